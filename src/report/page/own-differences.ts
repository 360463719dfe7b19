import { inEach, type Localized, text } from '../../language/language.ts';
import { cardWords, cellName, cellsOf, type TableCard } from '../../people/table/table-card.ts';
import { figure } from '../format.ts';
import type { OwnTable } from '../own-table-input.ts';
import type { DifferenceRow } from '../paired-differences.ts';
import type { RunTold } from '../read/read-run.ts';
import { differenceText } from './compare-table.ts';
import { both, type Html, html } from './html.ts';
import { grid, WITHHELD } from './own-table.ts';

const words = {
  told: (year: number, run: Localized): Localized =>
    text(
      `全市，${year}年：${run.zh}减第一个情景，逐次模拟相减，± 为平均之差的标准误；括号为90%的差；其下为第一个情景的平均值`,
      `Whole city, ${year}: ${run.en} less the first run, replicate by replicate, ± the standard error of its mean, brackets hold 90 % of the differences; below it the mean of the first run`,
    ),
};

/** Paired differences of the tables of one's own that two runs both hold, in the last year both were counted. */
export function ownDifferences(
  base: RunTold,
  run: RunTold,
  name: Localized,
  differences: readonly DifferenceRow[] | null,
): Html[] {
  if (differences === null) return [];
  const byCell = new Map(differences.map((row) => [`${row.indicator} ${row.year}`, row]));
  return run.ownTables.flatMap((table) => {
    const same = base.ownTables.find((other) => isSame(other.card, table.card));
    const year = same && table.years.filter((each) => same.years.includes(each)).at(-1);
    if (same === undefined || year === undefined) return [];
    const { card } = table;
    const rows = cellsOf(card.groups).map((labels) =>
      byCell.get(
        `${cellName(
          card,
          labels.map(({ name: label }) => label),
        )} ${year}`,
      ),
    );
    // tables that were counted afterwards are not in the replicates
    if (rows.every((row) => row === undefined)) return [];
    const withheld = (n: number) => [same, table].some(({ at }: OwnTable) => at('city', year, n)?.withheld === true);
    const cell = (n: number): Html => {
      const [before, row] = [same.at('city', year, n), rows[n]];
      if (withheld(n)) return html`${WITHHELD}`;
      if (row === undefined || !Number.isFinite(row.mean)) return html`–`;
      const level = inEach((lang) => figure(before?.mean ?? 0, card.unit, lang));
      const isSameEverywhere = row.mean === 0 && row.p05 === 0 && row.p95 === 0;
      return html`${isSameEverywhere ? '0' : both(differenceText(row))}<br><small>${both(level)}</small>`;
    };
    const caption = html`<strong>${both(card.title)}</strong><br>${both(cardWords(card))}<br>${both(words.told(year, name))}`;
    return [grid(card, (n) => [same, table].some(({ at }) => at('city', year, n) !== undefined), cell, caption)];
  });
}

/** Whether two tables have the same cells of the same thing. */
const isSame = (a: TableCard, b: TableCard): boolean =>
  a.name === b.name &&
  a.unit === b.unit &&
  a.population === b.population &&
  a.filter === b.filter &&
  a.of === b.of &&
  JSON.stringify(a.groups) === JSON.stringify(b.groups);
