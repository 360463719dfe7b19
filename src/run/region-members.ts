import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { placeCensus } from '../scenario/city/census-unit.ts';
import { placesOf } from '../scenario/city/find-place.ts';
import { provinceOf, type Region, type Regions } from '../scenario/city/regions.ts';
import type { Overrides } from '../scenario/command-line.ts';
import type { ReadText } from '../scenario/tables.ts';
import type { RecordedCommand } from './command.ts';
import { placeOf } from './input-file.ts';
import { placeScenario } from './place-name.ts';

/** A place of a province or of the nation, and the run that stands for it there. */
export interface Member {
  readonly place: Region;
  /** Code of its province. */
  readonly province: string;
  /** Residents of its base year. */
  readonly residents: number;
  readonly command: RecordedCommand;
}

/**
 * The scenario a place is run by: the one in `scenarios/` of the working folder, else the one shipped with the package, else the one that
 * is made of it.
 * @param from base year asked for: a city's hindcast is shipped beside its projection
 */
export function scenarioFor(place: Region, regions: Regions, from?: number): string {
  const files = from === 2010 ? [`${place.pinyin}/hindcast-2010.yaml`] : [`${place.pinyin}.yaml`];
  const folders = [path.resolve('scenarios'), placeOf('scenarios')];
  const shipped = folders
    .flatMap((folder) => files.map((file) => path.join(folder, file)))
    .find((file) => isOf(file, place));
  return shipped ?? placeScenario(place, regions);
}

/** Whether a file is a scenario of the place, or of one that extends it. */
function isOf(file: string, { code, pinyin }: Region): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return new RegExp(`^city:\\s*["']?${code}`, 'm').test(text) || text.includes(`extends: ../${pinyin}.yaml`);
}

/**
 * The runs of all places of a province or the nation. Places without census rows of 2020 begin in 2010, so that the whole is whole.
 * @param code of the province, or 000000
 */
export function membersOf(
  read: ReadText,
  regions: Regions,
  code: string,
  {
    overrides,
    sample,
    wholeOnly,
  }: { readonly overrides: Overrides; readonly sample: number; readonly wholeOnly: boolean },
): Member[] {
  return placesOf(code, regions).flatMap((place): Member[] => {
    const counted = ([2010, 2020] as const).flatMap((year) => {
      const residents = placeCensus(read, place.code, year)?.total.population;
      return residents === undefined ? [] : [{ year, residents }];
    });
    const base = counted.find(({ year }) => year === (overrides.from ?? 2020)) ?? counted.at(-1);
    if (base === undefined) return [];
    const { year: from, residents } = base;
    const command = {
      scenario: scenarioFor(place, regions, from),
      overrides: { ...overrides, from },
      sample,
      ...(wholeOnly ? { wholeOnly } : {}),
    };
    return [{ place, province: provinceOf(place.code), residents, command }];
  });
}
