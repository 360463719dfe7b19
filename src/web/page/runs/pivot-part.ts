import { csvFormatRows } from 'd3-dsv';
import { figure } from '../../../report/format.ts';
import { columnSides, type Pivot, pivot, type RowSide, rowSides, statistics } from '../../scene/pivot.ts';
import { MOST_INDICATORS, type ResultEntry } from '../../scene/results.ts';
import { saveText } from '../download.ts';
import { choice, element } from '../element.ts';
import type { RunsContext } from './context.ts';
import { areaOf, chosenOf, foundIn, type Measured } from './indicator-part.ts';
import type { Numbers } from './numbers.ts';

/** A table of a statistic by area or indicator or year and year or area, taken away as CSV. */
export function pivotPart(
  { t, lang, state, set }: RunsContext,
  entry: ResultEntry,
  measured: Measured,
  numbers: Numbers,
): { readonly element: HTMLElement; update(): Promise<void> } {
  const controls = element('div', { class: 'choices row' });
  const told = element('p', { class: 'hint', id: 'pivot-told' });
  const place = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'pivot-told' });
  const save = element('button', { type: 'button', class: 'quiet', id: 'pivot-csv' }, t.saveTable);
  let shown: { readonly csv: string; readonly name: string } | null = null;
  save.addEventListener('click', () => {
    // the mark tells spreadsheets that the text is UTF-8
    if (shown !== null) saveText(`${shown.name}.csv`, 'text/csv', `\ufeff${shown.csv}`);
  });

  const areaName = (code: string): string => measured.areas.find((area) => area.code === code)?.name[lang] ?? code;
  const indicatorOf = (name: string) => measured.indicators.find((indicator) => indicator.name === name);
  const nameOf = (side: RowSide, key: string): string =>
    side === 'area' ? areaName(key) : side === 'indicator' ? (indicatorOf(key)?.label[lang] ?? key) : key;
  const lastYear = measured.years.at(-1)!;

  const chooseRows = (rows: RowSide): void => {
    const columns = state().columns === rows ? columnSides.find((side) => side !== rows)! : state().columns;
    set({ rows, columns });
  };
  const build = (): void => {
    const { rows, columns, statistic, year } = state();
    const sides = (of: readonly RowSide[]) => of.map((side) => ({ value: side, text: t.sides[side] }));
    const held = rowSides.filter((side) => side !== rows && side !== columns)[0];
    const focused = document.activeElement?.getAttribute('name');
    controls.replaceChildren(
      choice(t.rows, sides(rowSides), rows, chooseRows, 'rows'),
      choice(
        t.columns,
        sides(columnSides.filter((side) => side !== rows)),
        columns,
        (side) => set({ columns: side as typeof columns }),
        'columns',
      ),
      choice(
        t.statistic,
        statistics.map((value) => ({ value, text: t.statistics[value] })),
        statistic,
        (value) => set({ statistic: value }),
        'statistic',
      ),
      ...(held === 'year'
        ? [
            choice(
              t.year,
              measured.years.map((each) => ({ value: String(each), text: String(each) })),
              String(year ?? lastYear),
              (value) => set({ year: Number(value) }),
              'year',
            ),
          ]
        : []),
    );
    if (focused) controls.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
  };

  let asking = 0;
  return {
    element: element(
      'section',
      { class: 'panel', 'aria-labelledby': 'pivot-title' },
      element('h3', { id: 'pivot-title' }, t.pivot),
      controls,
      told,
      place,
      element('div', { class: 'tools' }, save),
    ),
    async update() {
      build();
      const { rows, columns, statistic, year, find } = state();
      const [indicator, area] = [chosenOf(measured, state().indicator), areaOf(measured, state().area)];
      if (indicator === undefined) return;
      const all = rows === 'indicator' ? foundIn(measured, find).map(({ name }) => name) : [indicator.name];
      const names = all.slice(0, MOST_INDICATORS);
      const mine = ++asking;
      const from = names.length === 0 ? [] : await numbers.of(entry.id, names);
      if (mine !== asking) return;
      const isShown = (side: RowSide): boolean => rows === side || columns === side;
      const table = pivot(from, {
        rows,
        columns,
        statistic,
        keys: {
          area: isShown('area') ? measured.areas.map(({ code }) => code) : [area.code],
          indicator: names,
          year: isShown('year') ? measured.years.map(String) : [String(year ?? lastYear)],
        },
      });
      const held = [
        ...(isShown('area') ? [] : [area.name[lang]]),
        ...(rows === 'indicator' ? [] : [indicator.label[lang]]),
        ...(isShown('year') ? [] : [String(year ?? lastYear)]),
      ];
      const sentence = t.pivotTold(
        t.statistics[statistic],
        held.join(lang === 'zh' ? '，' : ', '),
        entry.run!.replicates,
      );
      told.textContent = `${sentence}${all.length > names.length ? `${lang === 'zh' ? '；' : '; '}${t.pivotMost(names.length, all.length)}` : ''}`;
      const unitOf = (row: string): string => (rows === 'indicator' ? indicatorOf(row)?.unit : indicator.unit) ?? '';
      place.replaceChildren(
        table.rows.length === 0
          ? element('p', { class: 'hint' }, t.pivotEmpty)
          : tableOf(table, {
              corner: t.sides[rows],
              row: (key) => nameOf(rows, key),
              column: (key) => nameOf(columns, key),
              cell: (value, row) => figure(value, unitOf(row), lang),
            }),
      );
      shown = {
        name: [entry.folder, rows, columns, ...(rows === 'indicator' ? [] : [indicator.name]), statistic, lang].join(
          '.',
        ),
        csv: csvOf(
          table,
          [rows, t.sides[rows], 'unit'],
          (key) => [key, nameOf(rows, key), unitOf(key)],
          (key) => (columns === 'area' ? `${nameOf(columns, key)} ${key}` : key),
        ),
      };
    },
  };
}

interface Shown {
  readonly corner: string;
  readonly row: (key: string) => string;
  readonly column: (key: string) => string;
  readonly cell: (value: number, row: string) => string;
}

const tableOf = ({ rows, columns, cells }: Pivot, { corner, row, column, cell }: Shown): HTMLElement =>
  element(
    'table',
    { class: 'numbers pivot' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, corner),
        ...columns.map((key) => element('th', { scope: 'col' }, column(key))),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map((key, r) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, row(key)),
          ...cells[r].map((value) => element('td', {}, value === null ? '–' : cell(value, key))),
        ),
      ),
    ),
  );

/** Every number to its last digit; text a spreadsheet would take for a formula is kept a text. */
function csvOf(
  { rows, columns, cells }: Pivot,
  head: readonly string[],
  leading: (key: string) => readonly string[],
  columnName: (key: string) => string,
): string {
  const plain = (text: string): string => text.replace(/^([=+\-@\t\r])/, "'$1");
  return `${csvFormatRows([
    [...head, ...columns.map(columnName)].map(plain),
    ...rows.map((key, r) => [
      ...leading(key).map(plain),
      ...cells[r].map((value) => (value === null ? '' : String(value))),
    ]),
  ])}\n`;
}
