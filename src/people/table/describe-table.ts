import { type Localized, text } from '../../language/language.ts';
import type { Table } from './compile-table.ts';
import type { CardGroup, TableCard } from './table-card.ts';

/** The card of a table. */
export function tableCard(table: Table): TableCard {
  const { groups, measure, unit, area, guard, rowGroups, population, filterText, measured } = table;
  const [before, after] = measure.kind === 'transition' ? [groups.length - 2, groups.length - 1] : [-1, -1];
  const states: Readonly<Record<number, { readonly ending: string; readonly words: Localized }>> = {
    [before]: { ending: '_before', words: text('此前：', 'Before: ') },
    [after]: { ending: '_after', words: text('此后：', 'After: ') },
  };
  return {
    name: table.name,
    title: { ...table.title },
    population,
    measure: measure.kind,
    of: measured,
    unit,
    filter: filterText,
    area: { ...area.label },
    guard,
    groups: groups.map(({ column, labels }, g): CardGroup => {
      const state = states[g];
      return {
        column: `${column.name}${state?.ending ?? ''}`,
        label: text(`${state?.words.zh ?? ''}${column.label.zh}`, `${state?.words.en ?? ''}${column.label.en}`),
        labels: labels.map((label) => ({ name: label.name, words: { ...label.words } })),
      };
    }),
    rowGroups,
  };
}
