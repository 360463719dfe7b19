import type { DifferenceRow } from '../../analysis/compare/differences.ts';
import { justified, withError } from '../../analysis/paired/justified.ts';
import { unitNames } from '../../indicator/table/row.ts';
import { type Language, marks } from '../../language/language.ts';
import { cellName, cellsOf, type TableCard } from '../../people/table/table-card.ts';
import { plainTable } from '../plain-table.ts';
import { compareMessages as messages } from './messages.ts';

/** Cells of a table that are shown; the others are in differences.csv. */
const MOST_ROWS = 30;

/**
 * Paired differences of tables of one's own in the whole city, in the last year each was counted in both runs: cells in which something
 * differs, those told best apart first.
 */
export function ownTablesText(
  cards: readonly TableCard[],
  differences: readonly DifferenceRow[],
  lang: Language,
): string[] {
  const byCell = new Map<string, DifferenceRow>();
  // years come in order: the last one stays
  for (const row of differences) if (row.area === 'city' && row.counted === 'year') byCell.set(row.indicator, row);
  return cards.flatMap((card) => {
    const rows = cellsOf(card.groups).flatMap((labels) => {
      const row = byCell.get(
        cellName(
          card,
          labels.map(({ name }) => name),
        ),
      );
      return row === undefined ? [] : [{ row, name: labels.map(({ words }) => words[lang]).join(marks.comma[lang]) }];
    });
    if (rows.length === 0) return [];
    const title = messages.ownTable(card.title, rows[0].row.year, unitNames[card.unit as keyof typeof unitNames])[lang];
    const differing = rows.filter(({ row }) => row.mean !== 0 || row.se > 0);
    if (differing.length === 0) return [title, messages.ownSame()[lang], ''];
    const sure = ({ row }: (typeof rows)[number]): number =>
      row.se > 0 ? Math.abs(row.mean) / row.se : Number.MAX_VALUE;
    const shown = [...differing].sort((a, b) => sure(b) - sure(a)).slice(0, MOST_ROWS);
    const inOrder = differing.filter((each) => shown.includes(each));
    const lines = inOrder.map(({ row, name }) => [
      name || card.title[lang],
      justified(row.base, row.baseSe),
      justified(row.alternative, row.alternativeSe),
      withError(row.mean, row.se),
      Number.isNaN(row.low) ? '–' : `${justified(row.low, row.se)} – ${justified(row.high, row.se)}`,
    ]);
    const left = differing.length - shown.length;
    return [
      title,
      plainTable(messages.ownHead()[lang].split('|'), lines),
      ...(left > 0 ? [messages.ownMore(left)[lang]] : []),
      '',
    ];
  });
}
