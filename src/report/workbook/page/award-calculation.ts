import {
  type AwardForm,
  type AwardPart,
  type AwardTier,
  awardForms,
  awardTiers,
  awardParts as parts,
} from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { awardParts, type Count, counted, weighted } from '../award-formula.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { average, type Expression, of, percentile, plus, times } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { PoolPage } from './pool.ts';
import type { ReplicatesPage } from './replicates.ts';

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
  /** Permits and children the award of the year rests on. */
  readonly permits: (area: string, year: number) => Cell;
  readonly children: (area: string, year: number) => Cell;
}

export const quantiles = { p10: 0.1, p50: 0.5, p90: 0.9 } as const;
export type Quantile = keyof typeof quantiles;

/**
 * The award from persons to money for each county: persons counted, weighted, stepped down; then of both forms the parts, the
 * total and its percentiles. The city is the sum of its counties, its percentiles those of the city's sums.
 */
export function awardCalculationPage(
  context: Context,
  coefficients: CoefficientsPage,
  pool: PoolPage,
  replicates: ReplicatesPage,
): AwardCalculationPage {
  const { result, say: text } = context;
  const { years, award } = result;
  const sheet = newSheet(text(say.name), 'result', [14, 40, ...years.map(() => 10)], {
    titleRow: FIRST_ROW,
    titleColumns: 2,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 2);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.step)]);
  const kept = new Map<string, readonly Cell[]>();
  const first = years[0]!;
  const areas = allAreas(context);
  const found = indexed(context);

  for (const [block, { code, name }] of [...result.counts.areas, areas[0]!].entries()) {
    const city = code === 'city';
    const line = (
      key: string,
      label: string,
      format: 'persons' | 'money',
      own: (year: number, i: number) => Expression,
      expected?: (year: number) => number | undefined,
      total = false,
    ): readonly Cell[] => {
      const summed = (i: number) => added(result.counts.areas.map((area) => of(kept.get(`${area.code} ${key}`)![i]!)));
      const cells = table.line({
        names: [text(name), label],
        format,
        role: total ? 'total' : 'body',
        content: (year, i) => (city ? summed(i) : own(year, i)),
        ...(expected ? { expected } : {}),
      });
      kept.set(`${code} ${key}`, cells);
      return cells;
    };
    const mean = (year: number, what: Count) => average(replicates.counts(code, Math.max(first, year), what));
    const byTier = awardTiers.map((tier) =>
      line(`counted ${tier}`, `${text(say.counted)}：${text(words.awardTiers[tier])}`, 'persons', (year) =>
        counted(coefficients, tier, (what) => mean(year, what)),
      ),
    );
    const now = line('weightedYear', text(say.weightedYear), 'persons', (_, i) =>
      weighted(coefficients, (tier) => of(byTier[awardTiers.indexOf(tier)]![i]!)),
    );
    const vintage = (settled: number): Expression =>
      settled >= first ? of(now[settled - first]!) : times(coefficients.of('award.earlier'), of(now[0]!));
    const stands = line(
      'weighted',
      text(say.weighted),
      'persons',
      (year) => stepped(coefficients.of, award.steps, (age) => vintage(year - award.lag - age)),
      (year) => found.base(code, year).weighted,
    );
    const permits = line(
      'permits',
      text(say.permits),
      'persons',
      (year) => mean(year - award.lag, 'permitsIssued'),
      (year) => found.base(code, year).permits,
    );
    const children = line(
      'children',
      text(say.children),
      'persons',
      (year) => mean(year - award.lag, 'children'),
      (year) => found.base(code, year).children,
    );

    for (const form of awardForms) {
      const money = parts.map((part) => {
        const label = `${text(words.formsShort[form])}：${text(words.parts[part])}`;
        return line(
          `${form} ${part}`,
          label,
          'money',
          (year, i) => {
            const formula = awardParts(coefficients, pool, form, year);
            const base = { weighted: of(stands[i]!), permits: of(permits[i]!), children: of(children[i]!) };
            if (part === 'provincial') {
              const central = (['settlers', 'permits', 'children'] as const).map((own) =>
                of(kept.get(`${code} ${form} ${own}`)![i]!),
              );
              return times(coefficients.of('award.provincial_match'), plus(central[0]!, ...central.slice(1)));
            }
            return moneyOf(formula[part](base));
          },
          (year) => found.amount(form, code, year, part),
        );
      });
      line(
        `${form} total`,
        `${text(words.formsShort[form])}：${text(words.total)}`,
        'money',
        (_, i) => added(money.map((cells) => of(cells[i]!))),
        (year) => inMoney(found.interval(form, code, year).mean),
        true,
      );
      for (const [quantile, share] of Object.entries(quantiles)) {
        const cells = table.line({
          names: [text(name), `${text(words.formsShort[form])}：${quantile.toUpperCase()}`],
          format: 'money',
          content: (year) => percentile(replicates.awards(form, code, year), share),
          expected: (year) => inMoney(found.interval(form, code, year)[quantile as Quantile]),
        });
        kept.set(`${code} ${form} ${quantile}`, cells);
      }
    }
    if (block % 2 === 1 && code !== 'city') sheet.breaks.push(table.row() - 1);
  }
  const at = (key: string, year: number): Cell => kept.get(key)![years.indexOf(year)]!;
  return {
    sheet,
    part: (form, part, area, year) => at(`${area} ${form} ${part}`, year),
    total: (form, area, year) => at(`${area} ${form} total`, year),
    quantile: (form, quantile, area, year) => at(`${area} ${form} ${quantile}`, year),
    counted: (tier, area, year) => at(`${area} counted ${tier}`, year),
    permits: (area, year) => at(`${area} permits`, year),
    children: (area, year) => at(`${area} children`, year),
  };
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
