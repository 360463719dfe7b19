import { rollup, sum } from 'd3-array';
import { awardForms, type BudgetRow, type FiscalResult, payers, services } from '../../fiscal/index.ts';
import { type Language, type Localized, marks, text } from '../../language/language.ts';
import { axisTitle } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { palette, WIDTH } from '../theme.ts';
import { tooltip } from '../tooltip.ts';
import { budgetLines, formNames, levelNames, payerNames, serviceNames } from './labels.ts';
import { moneyAxis, yuan } from './money.ts';

const HEIGHT = 320;
/** More services than this are added up: more colours cannot be told apart. */
const MOST = 7;
const REST = '#bdbdbd';
const colours = [
  palette.blue,
  palette.orange,
  palette.green,
  palette.yellow,
  palette.vermillion,
  palette.sky,
  palette.purple,
  REST,
];

const other = text('其他', 'Other');
const onAssumptions = text('含假设系数，见 coefficients.csv', 'rests on assumed coefficients, see coefficients.csv');

interface Bar {
  readonly year: number;
  readonly name: string;
  readonly yuan: number;
}

/** All fiscal charts by the name of their files. */
export const fiscalCharts = {
  'cost-by-service': costByService,
  'cost-by-payer': costByPayer,
  'award-against-cost': awardAgainstCost,
  gap,
  budget: budgetView,
} as const satisfies Record<string, (result: FiscalResult, lang: Language) => ChartSpec>;

const titled = ({ counts }: FiscalResult) => ({ scenario: counts.run });

/** Bars of each year stacked by name, in the order of `names`. */
function stacked(
  result: FiscalResult,
  lang: Language,
  title: Localized,
  notes: readonly Localized[],
  bars: readonly Bar[],
  names: readonly string[],
): ChartSpec {
  const totals = rollup(
    bars,
    (rows) => sum(rows, (bar) => bar.yuan),
    (bar) => bar.year,
  );
  const { unit, labelExpr } = moneyAxis(Math.max(0, ...totals.values()), lang);
  const years = [...totals.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)!];
  const ends = [first, last].map((year) => `${year}: ${yuan(totals.get(year)!, lang)}`).join(marks.semicolon[lang]);
  return {
    ...head(titled(result), lang, {
      title: title[lang],
      notes: [...notes, onAssumptions].map((note) => note[lang]),
      description: ends,
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: bars.map((bar) => ({ ...bar, order: names.indexOf(bar.name) })) },
    mark: { type: 'bar', stroke: 'white', strokeWidth: 0.8 },
    encoding: {
      x: { field: 'year', type: 'ordinal', title: null, axis: { labelAngle: 0 } },
      y: { field: 'yuan', type: 'quantitative', axis: { ...axisTitle(unit, lang), labelExpr, tickCount: 5 } },
      color: {
        field: 'name',
        type: 'nominal',
        title: null,
        scale: { domain: [...names], range: colours.slice(0, names.length) },
        legend: { orient: 'bottom', columns: 4, symbolType: 'square' },
      },
      order: { field: 'order', type: 'quantitative' },
      tooltip: tooltip(lang, 'year', 'name', ['yuan', ',.0f']),
    },
  };
}

/** City costs of a year added up by what `nameOf` says. */
function citySums({ costs }: FiscalResult, nameOf: (row: FiscalResult['costs'][number]) => string | null): Bar[] {
  const sums = new Map<string, Bar>();
  for (const row of costs) {
    const name = row.area === 'city' ? nameOf(row) : null;
    if (name === null) continue;
    const key = `${row.year} ${name}`;
    sums.set(key, { year: row.year, name, yuan: (sums.get(key)?.yuan ?? 0) + row.constant });
  }
  return [...sums.values()];
}

const constantPrices = ({ priceYear }: FiscalResult): Localized =>
  text(`${priceYear}年不变价`, `prices of ${priceYear}`);

function costByService(result: FiscalResult, lang: Language): ChartSpec {
  const isPublic = (payer: string): boolean => payer !== 'household' && payer !== 'employer';
  const all = citySums(result, (row) => (isPublic(row.payer) ? row.service : null));
  const size = (service: string): number => sum(all, (bar) => (bar.name === service ? bar.yuan : 0));
  const shown = [...services].sort((a, b) => size(b) - size(a)).slice(0, MOST);
  const name = (service: (typeof services)[number]): string =>
    (shown.includes(service) ? serviceNames[service] : other)[lang];
  const bars = citySums(result, (row) => (isPublic(row.payer) ? name(row.service) : null));
  const title = text('各级政府的公共服务支出，按服务', 'What the levels of government spend on services, by service');
  return stacked(result, lang, title, [constantPrices(result)], bars, [
    ...shown.map((service) => serviceNames[service][lang]),
    other[lang],
  ]);
}

function costByPayer(result: FiscalResult, lang: Language): ChartSpec {
  const bars = citySums(result, (row) => payerNames[row.payer][lang]);
  const title = text('公共服务与社会保险成本，按负担者', 'Cost of services and social insurance, by who pays');
  return stacked(
    result,
    lang,
    title,
    [constantPrices(result)],
    bars,
    payers.map((payer) => payerNames[payer][lang]),
  );
}

/** Rows of the whole city, city and counties together. */
const localRows = ({ budget }: FiscalResult): BudgetRow[] =>
  budget.rows.filter(({ area, level }) => area === 'city' && level === 'local');
const inBudget = ({ budget }: FiscalResult, { year }: BudgetRow): boolean => year >= budget.from && year <= budget.to;

/** The net cost of settling and the settlers' part of the award, year by year. */
function awardAgainstCost(result: FiscalResult, lang: Language): ChartSpec {
  const net = budgetLines.net[lang];
  const rows = localRows(result);
  const lines = [
    ...rows.map(({ year, settlers }) => ({ year, name: net, yuan: settlers.costYuan })),
    ...awardForms.flatMap((form) =>
      rows.map(({ year, settlers }) => ({ year, name: formNames[form][lang], yuan: settlers.awardYuan[form] })),
    ),
  ];
  const { unit, labelExpr } = moneyAxis(Math.max(...lines.map((row) => row.yuan)), lang);
  const names = [net, ...awardForms.map((form) => formNames[form][lang])];
  const colour = {
    field: 'name',
    type: 'nominal' as const,
    title: null,
    scale: { domain: names, range: [palette.vermillion, palette.blue, palette.green] },
    legend: { orient: 'bottom' as const, symbolType: 'stroke', symbolOpacity: 1, symbolStrokeWidth: 2 },
  };
  const x = {
    field: 'year',
    type: 'quantitative' as const,
    title: null,
    axis: { format: 'd', tickMinStep: 1, grid: false },
  };
  const y = {
    field: 'yuan',
    type: 'quantitative' as const,
    axis: { ...axisTitle(unit, lang), labelExpr, tickCount: 5 },
  };
  const last = lines.filter((row) => row.year === result.years.at(-1)!);
  return {
    ...head(titled(result), lang, {
      title: coverFinding(rows.filter((row) => inBudget(result, row)).at(-1), lang),
      topic: text(
        '奖励资金落户部分与落户净支出（市县）',
        "The settlers' part of the award beside the net cost of settling, city and counties",
      )[lang],
      notes: [
        text(
          '当年价；各次模拟的平均；净支出为新增运行支出减迁出地减少支出，加分摊的建设支出',
          'Current prices, means of the replicates; net: running cost added less what is saved where they left, and the part of building',
        )[lang],
        onAssumptions[lang],
      ],
      description: last.map((row) => `${row.name} ${yuan(row.yuan, lang)}`).join(marks.semicolon[lang]),
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: lines },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: { x, y, color: colour },
  };
}

/** How much of the net cost the award covers in the last budget year, in each of its forms. */
function coverFinding(row: BudgetRow | undefined, lang: Language): string {
  if (row === undefined) return text('预算年度内没有落户支出', 'No settling falls into the budget years')[lang];
  const { costYuan, awardYuan } = row.settlers;
  const cost = yuan(costYuan, lang);
  // against a cost that is none, or a saving, there is no share
  if (costYuan <= 0)
    return text(
      `${row.year}年落户净支出${cost}，不需奖励资金弥补`,
      `Settling costs ${cost} net in ${row.year}: nothing for the award to cover`,
    )[lang];
  const shares = awardForms.map((form) => ({ form, share: (100 * awardYuan[form]) / costYuan }));
  const told = shares.map(({ form, share }) => `${formNames[form][lang]} ${Math.round(share)}${text('%', ' %')[lang]}`);
  return text(
    `${row.year}年奖励资金抵落户净支出（${cost}）的：${told.join('，')}（平均）`,
    `In ${row.year} the award covers, of a net cost of ${cost}: ${told.join(', ')} (means)`,
  )[lang];
}

/** Surplus or gap of each form over the budget years together. */
function gapFinding(bars: readonly Bar[], lang: Language): string {
  if (bars.length === 0) return text('预算年度内没有落户支出', 'No settling falls into the budget years')[lang];
  const [from, to] = [bars[0].year, bars.at(-1)!.year];
  const told = awardForms.map((form) => {
    const name = formNames[form][lang];
    const all = sum(bars, (bar) => (bar.name === name ? bar.yuan : 0));
    const size = yuan(Math.abs(all), lang);
    if (Math.round(all) === 0) return text(`${name}收支相抵`, `${name}: neither gap nor surplus`)[lang];
    return all > 0
      ? text(`${name}结余${size}`, `${name}: a surplus of ${size}`)[lang]
      : text(`${name}缺${size}`, `${name}: a gap of ${size}`)[lang];
  });
  return text(
    `${from}–${to}年合计：${told.join('，')}（平均）`,
    `${from} to ${to} together: ${told.join(', ')} (means)`,
  )[lang];
}

function gap(result: FiscalResult, lang: Language): ChartSpec {
  const bars = localRows(result)
    .filter((row) => inBudget(result, row))
    .flatMap(({ year, settlers }) =>
      awardForms.map((form) => ({
        year,
        name: formNames[form][lang],
        yuan: settlers.surplusYuan[form] - settlers.gapYuan[form],
      })),
    );
  const { unit, labelExpr } = moneyAxis(Math.max(...bars.map((bar) => Math.abs(bar.yuan))), lang);
  return {
    ...head(titled(result), lang, {
      title: gapFinding(bars, lang),
      topic: text(
        '奖励资金落户部分减落户净支出（市县）',
        "The settlers' part of the award less the net cost of settling, city and counties",
      )[lang],
      notes: [
        text(
          '当年价，含建设；零以上为结余，零以下为缺口',
          'Current prices, building included; a surplus above zero, a gap below',
        )[lang],
        onAssumptions[lang],
      ],
      description: bars.map((bar) => `${bar.year} ${bar.name} ${yuan(bar.yuan, lang)}`).join(marks.semicolon[lang]),
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: bars },
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'year', type: 'ordinal', title: null, axis: { labelAngle: 0 } },
      xOffset: { field: 'name', sort: awardForms.map((form) => formNames[form][lang]) },
      y: { field: 'yuan', type: 'quantitative', axis: { ...axisTitle(unit, lang), labelExpr, tickCount: 5 } },
      color: {
        field: 'name',
        type: 'nominal',
        title: null,
        scale: { domain: awardForms.map((form) => formNames[form][lang]), range: [palette.blue, palette.green] },
        legend: { orient: 'bottom', symbolType: 'square' },
      },
    },
  };
}

function budgetView(result: FiscalResult, lang: Language): ChartSpec {
  const { borne, running, building } = budgetLines;
  const bars = localRows(result)
    .filter((row) => inBudget(result, row))
    .flatMap((row) => [
      { year: row.year, name: borne[lang], yuan: row.alreadyBorneYuan },
      { year: row.year, name: running[lang], yuan: row.runningYuan },
      { year: row.year, name: building[lang], yuan: row.buildingYuan },
    ]);
  const { local } = levelNames;
  const title = text(
    `落户者的支出：${local.zh}，预算年度`,
    `Spending on the settled: ${local.en.toLowerCase()}, the budget years`,
  );
  return stacked(result, lang, title, [text('当年价', 'current prices')], bars, [
    borne[lang],
    running[lang],
    building[lang],
  ]);
}
