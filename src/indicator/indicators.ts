import { type Localized, text } from '../language/language.ts';
import { type Entry, expand, type Indicator, labelled } from './table/expand.ts';
import { money } from './table/money.ts';
import { type IndicatorUnit, type Row, unitNames } from './table/row.ts';
import { table } from './table/table.ts';

export type { Entry } from './table/expand.ts';
export { type IndicatorKind, type IndicatorUnit, kindNames, unitNames } from './table/row.ts';
export type { IndicatorName, IndicatorStem } from './table/table.ts';

/** Every indicator of a replicate, in the order of the value vector. */
export const indicators: readonly Indicator[] = table.flatMap((group) =>
  Object.entries(group as Readonly<Record<string, Row<string>>>).flatMap(([pattern, row]) => expand(pattern, row)),
);
export const indicatorNames: readonly string[] = indicators.map(({ name }) => name);

/** All that has a name and a definition: what is measured, and the money reckoned from it. */
export const dictionary: readonly Entry[] = [
  ...indicators,
  ...Object.entries(money).map(([name, told]) => ({ name, ...told, scarce: false, parts: [] })),
];

const entries = new Map(dictionary.map((entry) => [entry.name, entry]));
const measured = new Map(indicators.map((indicator) => [indicator.name, indicator]));

/** Names of whole families by the beginning their indicators share: `moves`, `by_status.senior`. */
const families = new Map(
  indicators.flatMap(({ name, family, parts }) =>
    parts.map((_, kept): [string, Localized] => [
      name
        .split('.')
        .slice(0, kept - parts.length)
        .join('.'),
      labelled(family, parts.slice(0, kept)),
    ]),
  ),
);

/** Name of an indicator, or of a family of them, for readers; one nobody knows shows its code. */
export const indicatorName = (indicator: string): Localized =>
  entries.get(indicator)?.label ?? families.get(indicator) ?? text(indicator, indicator);

/** Cells of tables of one's own carry their unit: `table.<unit>.<table>.<categories>`. */
const ownCell = /^table\.([a-z]+)\./;

/** Whether a number is a cell of a table of one's own, not an indicator. */
export const isOwnCell = (indicator: string): boolean => ownCell.test(indicator);

/** Throws Error for a name that is not in the table. */
export function unitOf(indicator: string): IndicatorUnit {
  const own = ownCell.exec(indicator)?.[1];
  if (own !== undefined && Object.hasOwn(unitNames, own)) return own as IndicatorUnit;
  const entry = entries.get(indicator);
  if (!entry) throw new Error(`no indicator ${indicator}`);
  return entry.unit;
}

/** Whether an indicator is a share of a whole, from 0 to 100 %. */
export const isPercent = (indicator: string): boolean => unitOf(indicator) === 'percent';

/** Whether differences of an indicator are told in percentage points. */
export const isInPoints = (indicator: string): boolean => unitOf(indicator).startsWith('percent');

/**
 * Whether an indicator is also told added up since the base year: a flow whose sum over the years says more than any one year, and all
 * money.
 */
export const isSummed = (indicator: string): boolean => measured.get(indicator)?.summed ?? indicator in money;

/** Whether an indicator counts what is given out from a stock that runs out, which a sample shows with a bias. */
export const isScarce = (indicator: string): boolean => entries.get(indicator)?.scarce ?? false;

/** Whether the fiscal tables are made from an indicator. */
export const isFiscal = (indicator: string): boolean => measured.get(indicator)?.fiscal !== undefined;

/** Whether the award counts an indicator, replicate by replicate. */
export const isOfAward = (indicator: string): boolean => measured.get(indicator)?.fiscal === 'replicates';
