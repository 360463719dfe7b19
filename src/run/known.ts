import type { PolicyDocument } from '../policy/document.ts';
import { isBaseDocument, reachesPlace } from '../policy/select-rules.ts';
import { readCalibration } from '../scenario/calibration.ts';
import type { Known } from '../scenario/check-scenario.ts';
import { censusYears, placeCensus } from '../scenario/city/census-unit.ts';
import { isPlace, readRegions } from '../scenario/city/regions.ts';
import { lastVitalYear } from '../scenario/city/vital-tables.ts';
import { coefficientKindsOf } from '../scenario/coefficient-table.ts';
import type { ReadText } from '../scenario/tables.ts';
import { tableChecker } from './microdata/check-tables.ts';

/**
 * What data/ offers a scenario: prefectures and their censuses, documents and their clauses.
 * @param aside reads what no result of a run depends on, where `read` records what does
 */
export function known(read: ReadText, documents: readonly PolicyDocument[], aside: ReadText = read): Required<Known> {
  const places = [...readRegions(read).values()].filter(isPlace);
  return {
    ...knownLaw(documents),
    knownCities: new Set(places.map((region) => region.code)),
    knownBaseYears: (city) => censusYears(read, city),
    knownCounties: (city, year) => placeCensus(read, city, year)?.units.map(({ code }) => code) ?? [],
    knownCalibration: (name) => readCalibration(read, name),
    lastVitalYear: lastVitalYear(read),
    knownCoefficients: () => coefficientKindsOf(aside),
    tableMistakes: tableChecker(aside, documents),
  };
}

type KnownLaw = Pick<
  Required<Known>,
  'ownerOfDocument' | 'knownDocuments' | 'knownBaseDocuments' | 'knownReadings' | 'knownClauses'
>;

/** What the documents offer a scenario: their names, clauses and readings. */
export function knownLaw(documents: readonly PolicyDocument[]): KnownLaw {
  const clauses = new Map(documents.map(({ id, clauses }) => [id, clauses.map((clause) => clause.id)]));
  return {
    knownDocuments: new Set(clauses.keys()),
    ownerOfDocument: (id, city) => {
      const document = documents.find((each) => each.id === id);
      if (document === undefined || reachesPlace(document, city)) return null;
      return document.area;
    },
    knownBaseDocuments: (city) => documents.filter((document) => isBaseDocument(document, city)).map(({ id }) => id),
    knownReadings: (id, clause) =>
      (documents.find((document) => document.id === id)?.clauses.find((c) => c.id === clause)?.readings ?? []).map(
        ({ name }) => name,
      ),
    knownClauses: (document) => clauses.get(document) ?? [],
  };
}
