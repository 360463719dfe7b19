import { type Localized, text } from '../../language/language.ts';
import { type PopulationName, populationWords } from '../column/column.ts';

/** What a table of one's own says of itself beside its numbers, so that others can show it: `tables/<name>.json`. */
export interface TableCard {
  readonly name: string;
  readonly title: Localized;
  readonly population: PopulationName;
  readonly measure: 'count' | 'sum' | 'mean' | 'share' | 'quantile' | 'transition';
  /** What is measured, as it was written; null of a count. */
  readonly of: string | null;
  readonly unit: string;
  /** The condition as it was written; null where everybody is counted. */
  readonly filter: string | null;
  /** What its areas are: of residence, of the register. */
  readonly area: Localized;
  readonly guard: number | null;
  /** What its cells are told by, rows before columns. */
  readonly groups: readonly CardGroup[];
  /** How many of the groups are rows. */
  readonly rowGroups: number;
}

/** A group of a table: the column of its file, what it is called, its categories. */
export interface CardGroup {
  readonly column: string;
  readonly label: Localized;
  readonly labels: readonly { readonly name: string; readonly words: Localized }[];
}

/** Name of a cell among the indicators. */
export const cellName = ({ unit, name: table }: TableCard, labels: readonly string[]): string =>
  `table.${unit}.${table}${labels.map((label) => `.${label}`).join('')}`;

/** Every combination of categories of some groups, the last of them running fastest: lists of names and words. */
export const cellsOf = (groups: readonly CardGroup[]): CardGroup['labels'][] =>
  groups.reduce<CardGroup['labels'][]>(
    (cells, { labels }) => cells.flatMap((cell) => labels.map((label) => [...cell, label])),
    [[]],
  );

/** What a table counts, in words: measure, population, condition. */
export function cardWords({ measure, of: measured, population, filter, area }: TableCard): Localized {
  const of = populationWords[population];
  const only = filter === null ? text('', '') : text(`，条件 ${filter}`, ` for whom ${filter}`);
  const what = measured === null ? text('', '') : text(` ${measured}`, ` ${measured}`);
  return text(
    `${of.zh}，${measureWords[measure].zh}${what.zh}${only.zh}；地区为${area.zh}`,
    `${measureWords[measure].en}${what.en}${measured === null ? ' of' : ', of'} ${of.en}${only.en}; areas are told by ${area.en.toLowerCase()}`,
  );
}

const measureWords: Readonly<Record<TableCard['measure'], Localized>> = {
  count: text('计数', 'Count'),
  sum: text('合计', 'Sum of'),
  mean: text('均值', 'Mean of'),
  share: text('满足条件者的百分比', 'Per cent with'),
  quantile: text('分位数', 'Quantile of'),
  transition: text('年际转移', 'Transitions from year to year of'),
};
