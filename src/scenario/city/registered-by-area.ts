import { type Localized, text } from '../../language/language.ts';
import { numberAt, type ReadText, readTable, type Table, textAt } from '../tables.ts';
import { type CensusUnit, localResidents } from './census-unit.ts';
import { heirOf, provinceOf, type Regions } from './regions.ts';
import { registerWords } from './register-words.ts';

/** Table of a province's registered persons at the end of the year. */
export const registeredFile = (province: string): string => `registered-population/${province}.csv`;

/** Registered persons of a prefecture's areas, in the order of the units, with what had to be assumed. */
interface RegisteredByArea {
  readonly registered: readonly number[];
  /** Notes by area, same order. */
  readonly areaNotes: readonly (readonly Localized[])[];
  readonly notes: readonly Localized[];
}

/** 2010: the census itself counted the registered population; the remainder takes what the counties leave. */
export function registeredOfCensus(prefecture: CensusUnit, units: readonly CensusUnit[]): RegisteredByArea {
  const known = units.reduce((sum, unit) => sum + (unit.registered ?? 0), 0);
  const counted = units.map((unit) => unit.registered ?? (prefecture.registered ?? 0) - known);
  return raiseToLocalResidents(units, counted, []);
}

/**
 * 2020: counties from the yearbook, to the person; the prefecture's total where there is one. Areas the yearbook leaves out
 * (urban districts, zones, the remainder) share the difference: districts by their registered persons of 2010, areas that
 * are newer than that by their local residents. Where the prefecture's total of 2020 is missing, areas without a figure grew as the others.
 */
export function registeredOfYearbook(
  read: ReadText,
  units: readonly CensusUnit[],
  units2010: readonly CensusUnit[],
  regions: Regions,
  prefectureCode: string,
): RegisteredByArea {
  const table = readTable(read, registeredFile(provinceOf(prefectureCode)), [
    'year',
    'area_code',
    'registered',
    'confidence',
    'note',
  ]);
  const published = yearbookCounts(table);
  const total = published.get(prefectureCode);
  const counted = units.map((unit) => published.get(unit.code)?.registered);
  const missing = units.filter((_, index) => counted[index] === undefined);
  if (missing.length === 0) return raiseToLocalResidents(units, counted as number[], []);
  const floors = missing.map(localResidents);
  if (total === undefined) {
    const of2010 = (unit: CensusUnit) => registered2010(unit.code, units2010, regions);
    const growth = growthSince2010(units, counted, of2010);
    const filled = missing.map((unit, index) => Math.max(floors[index], Math.round((of2010(unit) ?? 0) * growth)));
    return raiseToLocalResidents(units, fillIn(counted, filled), [noTotalNote]);
  }

  const notes = [shareNote];
  if (total.confidence !== 'compiled from yearbook') {
    notes.push(
      text(
        `全市2020年户籍人口取${total.registered}人，${registerWords(total.confidence)}（${registerWords(total.note)}）`,
        `registered population of the prefecture in 2020: ${total.registered}, ${total.confidence} (${total.note})`,
      ),
    );
  }
  const known = units.map((unit, index) =>
    counted[index] === undefined ? 0 : Math.max(counted[index], localResidents(unit)),
  );
  const left = total.registered - known.reduce((sum, persons) => sum + persons, 0);
  const weights = missing.map((unit) => registered2010(unit.code, units2010, regions) ?? localResidents(unit));
  const shared = shareAbove(left, weights, floors);
  const excess = shared.reduce((sum, persons) => sum + persons, -left);
  if (excess > 0)
    notes.push(
      text(
        `户籍在本地的常住人口多于全市户籍总数：总数上调${excess}人`,
        `local residents outnumber the registered total of the prefecture: raised by ${excess}`,
      ),
    );
  return raiseToLocalResidents(units, fillIn(counted, shared), notes);
}

const noTotalNote = text(
  '全市没有2020年户籍总数：缺数字的县区取2010年户籍人口，按有数字的县区的增长推算；新设的县区取户籍在本地的常住人口',
  'no registered total of the prefecture in 2020: areas without a figure have their registered persons of 2010, grown as the areas with one; newer areas their local residents',
);

/** Registered persons of 2020 over those of 2010 in the areas that have both; 1 where none has. */
function growthSince2010(
  units: readonly CensusUnit[],
  counted: readonly (number | undefined)[],
  of2010: (unit: CensusUnit) => number | undefined,
): number {
  let [before, now] = [0, 0];
  units.forEach((unit, index) => {
    const [was, is] = [of2010(unit), counted[index]];
    if (was === undefined || is === undefined) return;
    before += was;
    now += is;
  });
  return before > 0 ? now / before : 1;
}

const shareNote = text(
  '年鉴没有分县区户籍人口的地区：全市总数减去其他县区，按2010年户籍人口分摊（新设的按户籍在本地的常住人口）',
  'registered population of areas the yearbook leaves out: prefecture minus the others, by the registered of 2010 (newer areas by local residents)',
);

/** The list with its gaps filled, in order. */
function fillIn(values: readonly (number | undefined)[], fillings: readonly number[]): number[] {
  const rest = fillings.values();
  return values.map((value) => value ?? (rest.next().value as number));
}

interface YearbookCount {
  readonly registered: number;
  readonly confidence: string;
  readonly note: string;
}

/** Registered persons in 2020 by code; an interpolated total is kept with its confidence. */
function yearbookCounts(table: Table): ReadonlyMap<string, YearbookCount> {
  return new Map(
    table.rows
      .filter((row) => textAt(row, 'year') === '2020')
      .map((row) => {
        const registered = numberAt(table, row, 'registered');
        return [
          textAt(row, 'area_code'),
          { registered, confidence: textAt(row, 'confidence'), note: textAt(row, 'note') },
        ];
      }),
  );
}

/** Registered persons of 2010 on today's division: an area's own row and those it has succeeded. */
function registered2010(code: string, units2010: readonly CensusUnit[], regions: Regions): number | undefined {
  const found = units2010
    .filter((unit) => unit.code === code || heirIs(unit.code, code, regions))
    .flatMap((unit) => unit.registered ?? []);
  return found.length > 0 ? found.reduce((sum, value) => sum + value, 0) : undefined;
}

/** Whether all of an area's land became another. */
function heirIs(former: string, code: string, regions: Regions): boolean {
  const region = regions.get(former);
  return region !== undefined && region.successors.length > 0 && heirOf(region) === code;
}

/** Divides a total by weights so that no part falls below its floor; whole persons, the total kept when the floors allow it. */
export function shareAbove(total: number, weights: readonly number[], floors: readonly number[]): number[] {
  const parts = [...floors];
  let open = weights.map((_, index) => index);
  for (;;) {
    const fixed = parts.reduce((sum, part, index) => sum + (open.includes(index) ? 0 : part), 0);
    const weight = open.reduce((sum, index) => sum + weights[index], 0);
    const wanted = (index: number): number => ((total - fixed) * weights[index]) / weight;
    const low = open.filter((index) => wanted(index) < floors[index]);
    if (low.length === 0) {
      for (const index of open) parts[index] = Math.floor(wanted(index));
      if (open.length > 0) parts[open[0]] += total - parts.reduce((sum, part) => sum + part, 0);
      return parts;
    }
    open = open.filter((index) => !low.includes(index));
  }
}

/** Nobody may be registered here, live here and still be missing: raises registered to the local residents and says so. */
function raiseToLocalResidents(
  units: readonly CensusUnit[],
  counted: readonly number[],
  notes: readonly Localized[],
): RegisteredByArea {
  const registered = counted.map((persons, index) => Math.max(persons, localResidents(units[index])));
  const areaNotes = counted.map((persons, index) =>
    registered[index] > persons
      ? [
          text(
            `户籍人口由${persons}人上调为${registered[index]}人：户籍在本地的常住人口更多`,
            `registered population raised from ${persons} to ${registered[index]}: local residents outnumber it`,
          ),
        ]
      : [],
  );
  return { registered, areaNotes, notes };
}
