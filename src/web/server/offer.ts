import type { Target } from '../../report/chart-input.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { documentsHere } from '../../run/own-files.ts';
import { packageVersion } from '../../run/package.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { readData } from '../../scenario/read-data.ts';
import type { Site } from '../scene/scene.ts';

/** What a page is made of: scenarios as the command line has checked them, and what their documents promise. */
export interface Offer {
  readonly inputs: Inputs;
  readonly targets: readonly Target[];
}

/** Contents of `data/site.json`. */
export const siteOf = (offers: readonly Offer[], engine: boolean): Site => ({
  version: packageVersion,
  engine,
  scenarios: offers.map(({ inputs: { scenario } }) => ({ id: scenario.id, title: scenario.title })),
  documents: documentsHere(readDocuments(readData)),
});
