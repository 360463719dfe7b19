import { type Localized, text } from '../language/language.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { readRegions } from '../scenario/city/regions.ts';
import type { Overrides } from '../scenario/command-line.ts';
import { InputError, said } from '../scenario/errors.ts';
import type { ReadText } from '../scenario/tables.ts';
import { type Donor, loadDonors } from './new-scenario/donors.ts';
import { type NewScenario, newScenario } from './new-scenario/new-scenario.ts';
import { scenarioText } from './new-scenario/scenario-text.ts';
import { readPlaceName } from './place-name.ts';

const noPlace = (scenario: string): Localized =>
  text(`应为地方的名称或代码，实际为 ${scenario}`, `must be a place by name or code, got ${scenario}`);

/** Last year of a scenario that nobody set. */
const LAST_YEAR = 2035;

/** What scenarios of places are made from; donors are loaded once. */
export interface PlaceSources {
  readonly read: ReadText;
  readonly documents: readonly PolicyDocument[];
  readonly donorsOf: (baseYear: 2010 | 2020) => readonly Donor[];
}

/**
 * Donors of each base year are read when they are first asked for, and kept.
 * @param shipped documents of the package: only cities that have one there, and a shipped scenario, lend
 */
export function placeSources(
  read: ReadText,
  documents: readonly PolicyDocument[],
  shipped: readonly PolicyDocument[] = documents,
): PlaceSources {
  const kept = new Map<number, readonly Donor[]>();
  const donorsOf = (year: 2010 | 2020): readonly Donor[] => {
    const known = kept.get(year) ?? loadDonors(read, shipped, year);
    kept.set(year, known);
    return known;
  };
  return { read, documents, donorsOf };
}

/**
 * The scenario of a place.
 * @param scenario a name `placeScenario` gave
 * @param overrides base year and last year decide what is assumed
 * @throws InputError for a base year without census rows
 */
export function scenarioOfPlace(
  sources: PlaceSources,
  scenario: string,
  { from, to = LAST_YEAR }: Pick<Overrides, 'from' | 'to'>,
): { readonly made: NewScenario; readonly text: string } {
  const name = readPlaceName(scenario);
  const prefecture = name && readRegions(sources.read).get(name.code);
  if (!name || !prefecture) throw new InputError([said(noPlace(scenario))]);
  const baseYear = from === 2010 || from === 2020 ? from : undefined;
  const made = newScenario(sources, { prefecture, baseYear, endYear: to });
  return { made, text: scenarioText(name.id, made) };
}
