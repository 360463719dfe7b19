import { readFileSync } from 'node:fs';
import { defaultSample } from '../analysis/calibration/default-sample.ts';
import { leverCatalogue } from '../analysis/lever/catalogue.ts';
import { chooseLevers } from '../analysis/lever/choose-levers.ts';
import type { Lever } from '../analysis/lever/lever.ts';
import { type LeverSources, readLeverFile } from '../analysis/lever/lever-file.ts';
import type { Language, Localized } from '../language/language.ts';
import type { Inputs } from '../run/load-inputs.ts';
import type { CityData } from '../scenario/city-data.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { fileProblem } from '../scenario/file-problem.ts';

/** Folder under `--out` where single evaluations are kept, for seek and sensitivity alike. */
export const CACHE = '.evaluations';

/**
 * First year a city can still decide about, as this version is written: levers begin here unless told. A date of its own, because
 * results must not depend on the clock.
 */
export const FIRST_YEAR = 2027;

/** Share of the households that leaves about 50,000 persons: what analyses of hundreds of runs keep unless told. */
export const analysisSample = (city: Pick<CityData, 'areas'>): number =>
  Number((defaultSample(city) / 2).toPrecision(2));

/** The levers asked for, with the costs of the `--costs` file. */
export function leversOf(
  { levers, costs }: { readonly levers?: string | undefined; readonly costs?: string | undefined },
  { scenario, documents }: Inputs,
  lang: Language,
): { readonly levers: readonly Lever[]; readonly issues: readonly Issue[] } {
  const clauses = new Map<string, Localized>(
    documents.flatMap(({ id, clauses }) => clauses.map((clause) => [`${id}:${clause.id}`, clause.meaning] as const)),
  );
  const sources: LeverSources = {
    scenario,
    catalogue: leverCatalogue(scenario),
    clauseName: (clause) => clauses.get(clause) ?? null,
  };
  try {
    const own = costs === undefined ? [] : readLeverFile(textOf(costs), costs, sources, lang);
    return chooseLevers(levers, own, sources);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { levers: [], issues: error.issues };
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
}
