import { existsSync, readFileSync } from 'node:fs';
import type { Localized } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { loadScenario } from '../../scenario/load-scenario.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import type { DatedValue, Scenario } from '../../scenario/scenario.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { placeOf, shownPath } from '../input-file.ts';
import { known } from '../known.ts';

/** A city that was looked into by hand, from whose scenario another one borrows what is not published of it. */
export interface Donor {
  readonly region: Region;
  /** Name as its scenario's title has it: 赤峰, Chifeng. */
  readonly name: Localized;
  readonly scenario: Scenario;
  readonly city: CityData;
}

/** Files of a city's scenario of a base year; the first that has it lends. */
const filesOf = ({ pinyin }: Region, baseYear: number): string[] => [
  `scenarios/${pinyin}.yaml`,
  `scenarios/${pinyin}/hindcast-${baseYear}.yaml`,
];

/** Whether a scenario is one `luohu new` has written (scenario-text.ts): what it has was borrowed itself, and is not lent on. */
const isMade = (text: string): boolean => /^#[^\n]*luohu new/m.test(text);

/** Cities with a policy document of their own in data/documents. */
function lookedInto(read: ReadText, documents: readonly PolicyDocument[]): Region[] {
  const codes = new Set(documents.filter(({ level }) => level === 'city').map(({ area }) => area));
  return [...readRegions(read).values()].filter(({ code }) => codes.has(code));
}

/** Files that would lend to a prefecture if they were there. */
export const donorFiles = (
  read: ReadText,
  documents: readonly PolicyDocument[],
  baseYear: number,
  prefecture: Region,
): string[] =>
  lookedInto(read, documents)
    .filter(({ code }) => code !== prefecture.code)
    .flatMap((region) => filesOf(region, baseYear));

/**
 * The shipped cities with a policy document of their own in data/documents and a scenario of the base year:
 * scenarios/<pinyin>.yaml, or its variation hindcast-<year>.yaml. Scenarios made from data alone are therefore never lent on.
 * @throws InputError where such a scenario has a mistake
 */
export function loadDonors(read: ReadText, documents: readonly PolicyDocument[], baseYear: 2010 | 2020): Donor[] {
  const options = {
    read: (file: string) => readFileSync(file, 'utf8'),
    lang: 'en',
    ...known(read, documents),
  } as const;
  return lookedInto(read, documents).flatMap((region) => {
    const scenarios = filesOf(region, baseYear)
      .map(placeOf)
      .filter((file) => existsSync(file) && !isMade(readFileSync(file, 'utf8')))
      .map((file) => loadScenario(file, options).scenario);
    const scenario = scenarios.find((each) => each.baseYear === baseYear && each.city === region.code);
    if (scenario === undefined) return [];
    const name = scenarios[0].title;
    const city = loadCityData(read, region.code, baseYear);
    return [{ region, name, scenario: { ...scenario, file: shownPath(scenario.file) }, city }];
  });
}

/** Value of a parameter in the donor's base year. */
export function donorValue({ scenario }: Donor, name: ParameterName): DatedValue {
  const setting = scenario.parameters[name];
  return setting.findLast(({ from }) => from <= scenario.baseYear) ?? setting[0];
}

/** Whether the donor's scenario says something of a parameter by itself. */
export const sets = ({ scenario }: Donor, name: ParameterName): boolean =>
  scenario.parameters[name].some(({ origin }) => origin !== 'default');
