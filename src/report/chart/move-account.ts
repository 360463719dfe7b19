import { rollup, sum } from 'd3-array';
import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, MoveAccount } from '../chart-input.ts';
import { hoverPoints, niceDomain, yearChannel } from '../fan.ts';
import { countAxis, persons } from '../format.ts';
import { type ChartSpec, head, type Layer, panelTitle } from '../head.ts';
import { palette } from '../theme.ts';

const PANEL_WIDTH = 300;
const PANEL_HEIGHT = 200;

const scopes = ['province', 'other_province'] as const;
/** The lines, in the order of colours and dashes. */
const lines = ['wanted', 'arrivals', 'withoutFactor'] as const;
type Line = (typeof lines)[number];
const colours = [palette.black, palette.blue, palette.vermillion];
const dashes = [[6, 3] as const, [1, 0] as const, [2, 3] as const];

const words = {
  zh: {
    title: '迁移账：应到达与到达人数（人/年）',
    note: '应到达 = 新流出 − 返回 + 外来人口离开；各次模拟的平均',
    open: '本次未设系数，账目未闭合',
    one: '一省与其他省之间不必相等，只有全国才必须相等',
    scope: { province: '各省内部', other_province: '各省之间' },
    ofOne: { province: '本省各地之间', other_province: '本省与其他省之间' },
    line: { wanted: '应到达', arrivals: '到达', withoutFactor: '到达，不设系数时' },
  },
  en: {
    title: 'Account of moves: arrivals, and arrivals that would meet those who leave (persons a year)',
    note: 'Wanted = new out-migrants − those who return + outsiders who leave; means of replicates',
    open: 'no factors in this run: the account is left open',
    one: 'between one province and the others the two need not meet; over the nation they must',
    scope: { province: 'Within provinces', other_province: 'Between provinces' },
    ofOne: { province: 'Between the places of the province', other_province: 'From other provinces' },
    line: { wanted: 'wanted', arrivals: 'arrivals', withoutFactor: 'arrivals without a factor' },
  },
} as const;

interface Row {
  readonly year: number;
  readonly line: string;
  readonly value: number;
}

/**
 * Arrivals of each year against those the account of moves wants, within provinces and between them, with the factors on arrivals and
 * without. Null without an account.
 */
export function moveAccountChart(input: ChartInput, lang: Language): ChartSpec | null {
  const accounts = input.accounts ?? [];
  const panels = scopes
    .map((scope) => ({
      scope,
      rows: rowsOf(
        accounts.filter((each) => each.scope === scope),
        lang,
      ),
    }))
    .filter(({ rows }) => new Set(rows.map(({ year }) => year)).size > 1);
  if (panels.length === 0) return null;
  const isOpen = accounts.every(({ withoutFactor }) => !Number.isFinite(withoutFactor));
  const isOne = new Set(accounts.map(({ province }) => province)).size === 1;
  const names = isOne ? words[lang].ofOne : words[lang].scope;
  const drawn: readonly Line[] = isOpen ? lines.slice(0, 2) : lines;
  return {
    ...head(input, lang, {
      title: words[lang].title,
      notes: [words[lang].note, isOpen ? words[lang].open : '', isOne ? words[lang].one : ''],
      description: panels.map(({ scope, rows }) => describe(names[scope], rows, lang)).join(marks.gap[lang]),
    }),
    columns: 2,
    spacing: { row: 24, column: 36 },
    concat: panels.map(({ scope, rows }) => view(names[scope], rows, drawn, lang)),
    resolve: { scale: { color: 'shared', strokeDash: 'shared' }, legend: { color: 'shared', strokeDash: 'shared' } },
  } as unknown as ChartSpec;
}

/** The lines of one scope: sums over its provinces by year. */
function rowsOf(accounts: readonly MoveAccount[], lang: Language): Row[] {
  return lines.flatMap((line) =>
    [
      ...rollup(
        accounts,
        (all) => sum(all, (each) => each[line]),
        ({ year }) => year,
      ),
    ]
      .filter(() => accounts.some((each) => Number.isFinite(each[line])))
      .sort(([a], [b]) => a - b)
      .map(([year, value]) => ({ year, line: words[lang].line[line], value })),
  );
}

function view(title: string, rows: readonly Row[], drawn: readonly Line[], lang: Language) {
  const years = rows.map(({ year }) => year);
  const x = yearChannel(Math.min(...years), Math.max(...years));
  const values = rows.map(({ value }) => value);
  const { unit, labelExpr } = countAxis(Math.max(...values), lang);
  const y = {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain: niceDomain([0, ...values], 5), nice: false },
    axis: { title: null, tickCount: 5, labelExpr },
  };
  const names = drawn.map((line) => words[lang].line[line]);
  const legend = {
    title: null,
    orient: 'bottom' as const,
    symbolType: 'stroke',
    symbolStrokeWidth: 2,
    symbolSize: 400,
  };
  const layer: Layer[] = [
    {
      mark: { type: 'line', strokeWidth: 2 },
      encoding: {
        x,
        y,
        color: {
          field: 'line',
          type: 'nominal',
          scale: { domain: names, range: colours.slice(0, names.length) },
          legend,
        },
        strokeDash: {
          field: 'line',
          type: 'nominal',
          scale: { domain: names, range: dashes.slice(0, names.length).map((dash) => [...dash]) },
          legend,
        },
      },
    } as unknown as Layer,
    hoverPoints(x, y, [
      { field: 'year', title: text('年份', 'year')[lang], format: 'd' },
      { field: 'line', title: ' ' },
      { field: 'value', title: text('人数', 'persons')[lang], format: ',.4~r' },
    ]),
  ];
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    title: panelTitle(title, unit, PANEL_WIDTH, 12),
    data: { values: rows },
    layer,
  };
}

function describe(scope: string, rows: readonly Row[], lang: Language): string {
  const last = Math.max(...rows.map(({ year }) => year));
  const told = rows.filter(({ year }) => year === last).map(({ line, value }) => `${line} ${persons(value, lang)}`);
  return text(`${scope}，${last}年：${told.join('，')}。`, `${scope} in ${last}: ${told.join(', ')}.`)[lang];
}
