import {
  type AwardForm,
  type AwardPart,
  type AwardTier,
  awardForms,
  awardTiers,
  type Tier,
} from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { type AwardBaseOf, awardParts, earlierWeighted, madeOf, permitsCounted, weighted } from '../award-formula.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, type NamedArea, putHead } from '../context.ts';
import { average, constant, of, percentile, times } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import { words } from '../words.ts';
import { type YearTable, yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { InputsPage } from './inputs.ts';
import type { PoolPage } from './pool.ts';
import { childrenSeen, type ReplicatesPage } from './replicates.ts';

const say = {
  name: { zh: '奖励测算', en: 'Award steps' },
  title: { zh: '奖励资金逐县逐年测算', en: 'The award, step by step, by county and year' },
  subtitle: {
    zh: '人数（平均） × 分档权重 × 退坡比例 × 单位标准 × 成本与困难系数；两种法定可行的形式并列。',
    en: 'Persons (means) x weight of the tier x step of the vintage x rate x cost and difficulty coefficients; the two lawful forms side by side.',
  },
  step: { zh: '步骤', en: 'Step' },
  counted: { zh: '计入人数', en: 'Counted' },
  weightedYear: { zh: '当年落户加权人数', en: 'Settled this year, weighted' },
  weighted: { zh: '退坡后加权人数', en: 'Weighted after step-down' },
  permits: { zh: '居住证（人）', en: 'Permits (persons)' },
  children: { zh: '随迁子女（人）', en: 'Accompanying children (persons)' },
};

/** Award by form, area and year, in 10,000 yuan. */
export interface AwardCalculationPage {
  readonly sheet: Sheet;
  readonly part: (form: AwardForm, part: AwardPart, area: string, year: number) => Cell;
  readonly total: (form: AwardForm, area: string, year: number) => Cell;
  readonly quantile: (form: AwardForm, quantile: Quantile, area: string, year: number) => Cell;
  /** Persons counted of one tier, who settled in the year. */
  readonly counted: (tier: AwardTier, area: string, year: number) => Cell;
  /** Weighted settlers of all vintages after step-down. */
  readonly weighted: (area: string, year: number) => Cell;
  /** Weighted settlers of one year. */
  readonly weightedYear: (area: string, year: number) => Cell;
  /** Permits and children the award of the year rests on. */
  readonly permits: (area: string, year: number) => Cell;
  readonly children: (area: string, year: number) => Cell;
}

const quantiles = { p10: 0.1, p50: 0.5, p90: 0.9 } as const;
type Quantile = keyof typeof quantiles;

interface Parts {
  readonly context: Context;
  readonly coefficients: CoefficientsPage;
  readonly pool: PoolPage;
  readonly replicates: ReplicatesPage;
  readonly inputs: InputsPage;
  readonly table: YearTable;
  /** Cells of the years by `<area> <line>`. */
  readonly kept: Map<string, readonly Cell[]>;
  readonly found: ReturnType<typeof indexed>;
}

/**
 * The award from persons to money for each county: persons counted, weighted, stepped down; then of both forms the parts, the
 * total and its percentiles. The city is the sum of its counties, its percentiles those of the city's sums.
 */
export function awardCalculationPage(
  context: Context,
  coefficients: CoefficientsPage,
  pool: PoolPage,
  replicates: ReplicatesPage,
  inputs: InputsPage,
): AwardCalculationPage {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [14, 40, ...years.map(() => 10)], {
    titleRow: FIRST_ROW,
    titleColumns: 2,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 2);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.step)]);
  const kept = new Map<string, readonly Cell[]>();
  const parts = { context, coefficients, pool, replicates, inputs, table, kept, found: indexed(context) };
  for (const [block, area] of [...result.counts.areas, allAreas(context)[0]].entries()) {
    const base = putBase(parts, area);
    for (const form of awardForms) putForm(parts, area, form, base);
    if (block % 2 === 1 && area.code !== 'city') sheet.breaks.push(table.row() - 1);
  }
  const at = (key: string, year: number): Cell => kept.get(key)![years.indexOf(year)];
  return {
    sheet,
    part: (form, part, area, year) => at(`${area} ${form} ${part}`, year),
    total: (form, area, year) => at(`${area} ${form} total`, year),
    quantile: (form, quantile, area, year) => at(`${area} ${form} ${quantile}`, year),
    counted: (tier, area, year) => at(`${area} counted ${tier}`, year),
    weighted: (area, year) => at(`${area} weighted`, year),
    weightedYear: (area, year) => at(`${area} weightedYear`, year),
    permits: (area, year) => at(`${area} permits`, year),
    children: (area, year) => at(`${area} children`, year),
  };
}

/** One line of an area; of the city, the sum of the counties' lines unless it says otherwise. */
interface AreaLine {
  readonly key: string;
  readonly label: string;
  readonly format: 'persons' | 'money';
  readonly content: (year: number, i: number) => Expression;
  readonly expected?: (year: number) => number | undefined;
  readonly total?: boolean;
  readonly ownOfCity?: boolean;
}

function putLine({ context, table, kept }: Parts, { code, name }: NamedArea, line: AreaLine): readonly Cell[] {
  const { key, label, format, content, expected, total = false, ownOfCity = false } = line;
  const counties = context.result.counts.areas;
  const summed = (i: number) => added(counties.map((area) => of(kept.get(`${area.code} ${key}`)![i])));
  const cells = table.line({
    names: [context.say(name), label],
    format,
    role: total ? 'total' : 'body',
    content: (year, i) => (code === 'city' && !ownOfCity ? summed(i) : content(year, i)),
    ...(expected ? { expected } : {}),
  });
  kept.set(`${code} ${key}`, cells);
  return cells;
}

/** Persons counted by tier, weighted and stepped down; permits and children of the year the lag points to. */
function putBase(parts: Parts, area: NamedArea): (i: number) => AwardBaseOf {
  const { context, coefficients, replicates, inputs, found } = parts;
  const { result, say: text } = context;
  const { years, award } = result;
  const { code } = area;
  const first = years[0];
  const persons = (key: string, label: string, content: AreaLine['content'], expected?: AreaLine['expected']) =>
    putLine(parts, area, { key, label, format: 'persons', content, ...(expected ? { expected } : {}) });
  const ofTier = (year: number, tier: Tier) => average(replicates.counted(code, year, tier));
  const byTier = awardTiers.map((tier) =>
    persons(`counted ${tier}`, `${text(say.counted)}${text(words.colon)}${text(words.awardTiers[tier])}`, (year) =>
      added(madeOf(tier).map((from) => ofTier(year, from))),
    ),
  );
  const now = persons('weightedYear', text(say.weightedYear), (_, i) =>
    weighted(coefficients, (tier) => of(byTier[awardTiers.indexOf(tier)][i])),
  );
  const vintage = (settled: number): Expression =>
    settled >= first
      ? of(now[settled - first])
      : earlierWeighted(coefficients, inputs, code, settled, (tier) => ofTier(first, tier));
  const stands = persons(
    'weighted',
    text(say.weighted),
    (year) => stepped(coefficients.of, award.steps, (age) => vintage(year - award.lag - age)),
    (year) => found.base(code, year).weighted,
  );
  const lagged = (key: 'permits' | 'children', content: (year: number) => Expression) =>
    persons(key, text(say[key]), content, (year) => found.base(code, year)[key]);
  const permits = lagged('permits', (year) => {
    const seen = Math.max(first, year - award.lag);
    const issued = average(replicates.counts(code, seen, 'permitsIssued'));
    return permitsCounted(coefficients, seen) ? issued : constant(0);
  });
  const children = lagged('children', (year) => {
    const seen = year - award.lag;
    return childrenSeen(inputs, code, seen, first, average(replicates.children(code, Math.max(first, seen))));
  });
  return (i) => ({ weighted: of(stands[i]), permits: of(permits[i]), children: of(children[i]) });
}

/** The parts of one form, their total, and its percentiles over the replicates. */
function putForm(parts: Parts, area: NamedArea, form: AwardForm, base: (i: number) => AwardBaseOf): void {
  const { context, coefficients, pool, replicates, found } = parts;
  const { say: text } = context;
  const { code } = area;
  const money = (key: string, name: string, line: Pick<AreaLine, 'content' | 'expected' | 'total' | 'ownOfCity'>) =>
    putLine(parts, area, {
      key: `${form} ${key}`,
      label: `${text(words.formsShort[form])}${text(words.colon)}${name}`,
      format: 'money',
      ...line,
    });
  const central: (readonly Cell[])[] = [];
  for (const part of ['settlers', 'permits', 'children'] as const)
    central.push(
      money(part, text(words.parts[part]), {
        content: (year, i) => moneyOf(awardParts(coefficients, pool, form, year)[part](base(i))),
        expected: (year) => found.amount(form, code, year, part),
      }),
    );
  const provincial = money('provincial', text(words.parts.provincial), {
    content: (_, i) => times(coefficients.of('award.provincial_match'), added(central.map((cells) => of(cells[i])))),
    expected: (year) => found.amount(form, code, year, 'provincial'),
  });
  money('total', text(words.total), {
    content: (_, i) => added([...central, provincial].map((cells) => of(cells[i]))),
    expected: (year) => inMoney(found.interval(form, code, year).mean),
    total: true,
  });
  for (const quantile of Object.keys(quantiles) as Quantile[])
    money(quantile, quantile.toUpperCase(), {
      content: (year) => percentile(replicates.awards(form, code, year), quantiles[quantile]),
      expected: (year) => inMoney(found.interval(form, code, year)[quantile]),
      ownOfCity: true,
    });
}

/** What the model found, by area, year, form and part. */
function indexed({ result: { award } }: Context) {
  const base = new Map(award.base.map((row) => [`${row.area} ${row.year}`, row]));
  const amounts = new Map(award.amounts.map((row) => [`${row.form} ${row.area} ${row.year} ${row.part}`, row.yuan]));
  const intervals = new Map(award.intervals.map((row) => [`${row.form} ${row.area} ${row.year}`, row]));
  return {
    base: (area: string, year: number) => base.get(`${area} ${year}`)!,
    amount: (form: AwardForm, area: string, year: number, part: AwardPart) =>
      inMoney(amounts.get(`${form} ${area} ${year} ${part}`)!),
    interval: (form: AwardForm, area: string, year: number) => intervals.get(`${form} ${area} ${year}`)!,
  };
}
