import {
  type AwardForm,
  type AwardPersons,
  type AwardTier,
  awardForms,
  type Tier,
  tiers,
} from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import {
  awardParts,
  type Count,
  counted,
  countNames,
  earlierWeighted,
  madeOf,
  permitsCounted,
  weighted,
} from '../award-formula.ts';
import { figure, freeze, label, newSheet, put, putRow } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, plus, range } from '../expression.ts';
import { moneyOf } from '../money.ts';
import type { Cell, Expression, Range, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import { words } from '../words.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { InputsPage } from './inputs.ts';
import type { PoolPage } from './pool.ts';

const say = {
  name: { zh: '重复样本', en: 'Replicates' },
  title: { zh: '逐次模拟的落户人数与奖励资金', en: 'Settled persons and award, replicate by replicate' },
  subtitle: {
    zh: '每行为一次模拟中一个地区一年的人数；“计入”各列在“填报”表填有数时取填报数；其右各列按“系数”表逐次重算奖励资金，P10、P50、P90 取自这里。',
    en: 'A row is one area and year of one replicate; the columns Counted take what is typed on the sheet Inputs, and those on their right work out the award again for each, and P10, P50 and P90 are taken from them.',
  },
  replicate: { zh: '模拟次', en: 'Replicate' },
  slices: {
    settlers: { zh: '落户', en: 'Settled' },
    students: { zh: '其中学生', en: 'Of them students' },
    veterans: { zh: '其中退役军人', en: 'Of them veterans' },
  },
  permits: { zh: '新发居住证', en: 'Permits issued' },
  children: { zh: '随迁子女（义务教育）', en: 'Children in compulsory schooling' },
  counted: { zh: '计入', en: 'Counted' },
  weightedYear: { zh: '当年落户加权人数', en: 'Settled this year, weighted' },
  weighted: { zh: '退坡后加权人数', en: 'Weighted after step-down' },
  award: { zh: '奖励（万元）', en: 'Award (10,000 yuan)' },
};

/** Blocks of cells over all replicates of one area (`city` too) and year. */
export interface ReplicatesPage {
  readonly sheet: Sheet;
  readonly counts: (area: string, year: number, what: Count) => Range;
  /** Persons of a tier the award counts: stated, or simulated and switched. */
  readonly counted: (area: string, year: number, tier: Tier) => Range;
  /** Accompanying children, stated or simulated. */
  readonly children: (area: string, year: number) => Range;
  /** 10,000 yuan. */
  readonly awards: (form: AwardForm, area: string, year: number) => Range;
}

const FIRST_COUNT = 3;
const columnOf = (what: Count): number => FIRST_COUNT + countNames.indexOf(what);
const COUNTED = FIRST_COUNT + countNames.length;
const CHILDREN = COUNTED + tiers.length;
const WEIGHTED_YEAR = CHILDREN + 1;
const WEIGHTED = WEIGHTED_YEAR + 1;
const AWARD = WEIGHTED + 1;
const awardColumn = (form: AwardForm): number => AWARD + awardForms.indexOf(form);
const LAST = AWARD + awardForms.length - 1;

/**
 * The page behind the percentiles: the replicates of one area and year stand next to each other.
 *   1 counts of every replicate, area and year
 *   2 persons counted by tier, and weighted
 *   3 stepped down over the vintages, and the award of both forms
 *   4 the city: sums of the areas
 */
export function replicatesPage(
  context: Context,
  coefficients: CoefficientsPage,
  pool: PoolPage,
  inputs: InputsPage,
): ReplicatesPage {
  const { result, say: text } = context;
  const { years, award } = result;
  const { areas } = result.counts;
  const widths = [14, 7, 8, ...countNames.map(() => 10), ...tiers.map(() => 10), 10, 12, 12, 14, 14];
  const sheet = newSheet(text(say.name), 'base', widths, { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  putRow(sheet, FIRST_ROW, 0, headOf(context), 'header');
  freeze(sheet, FIRST_ROW + 1, FIRST_COUNT);

  const replicates = [...new Set(result.counts.award.map(({ replicate }) => replicate))].sort((a, b) => a - b);
  const known = new Map(result.counts.award.map((row) => [keyOf(row.area, row.year, row.replicate), row]));
  const codes = allAreas(context).map(({ code }) => code);
  const rowOf = (area: string, year: number, i: number): number =>
    FIRST_ROW + 1 + (codes.indexOf(area) * years.length + years.indexOf(year)) * replicates.length + i;
  const at = (row: number, column: number): Cell => sheet.cells.get(`${row},${column}`)!;
  const everyRow = (visit: (area: (typeof areas)[number], year: number, i: number, row: number) => void): void => {
    for (const area of areas)
      for (const year of years) for (const i of replicates.keys()) visit(area, year, i, rowOf(area.code, year, i));
  };

  everyRow((area, year, i, row) => {
    const persons = known.get(keyOf(area.code, year, replicates[i]));
    if (persons === undefined) throw new Error(`no persons of replicate ${replicates[i]}, ${area.code}, ${year}`);
    putLabels(sheet, row, text(area.name), year, replicates[i]);
    putCounts(sheet, row, persons);
    const own = tiers.map((tier, k) => {
      const simulated = counted(coefficients, tier, (what) => of(at(row, columnOf(what))));
      const adopted = inputs.or(area.code, `settlers.${tier}`, year, simulated);
      return put(sheet, row, COUNTED + k, adopted, { format: 'persons' });
    });
    const children = inputs.or(area.code, 'children', year, of(at(row, columnOf('children'))));
    put(sheet, row, CHILDREN, children, { format: 'persons' });
    const ofTier = (tier: AwardTier) => added(madeOf(tier).map((from) => of(own[tiers.indexOf(from)])));
    put(sheet, row, WEIGHTED_YEAR, weighted(coefficients, ofTier));
  });

  everyRow(({ code }, year, i, row) => {
    const first = years[0];
    const ofFirstYear = (tier: Tier) => of(at(rowOf(code, first, i), COUNTED + tiers.indexOf(tier)));
    const vintage = (settled: number): Expression =>
      settled >= first
        ? of(at(rowOf(code, settled, i), WEIGHTED_YEAR))
        : earlierWeighted(coefficients, inputs, code, settled, ofFirstYear);
    const stands = put(
      sheet,
      row,
      WEIGHTED,
      stepped(coefficients.of, award.steps, (age) => vintage(year - award.lag - age)),
    );
    const lagged = rowOf(code, Math.max(first, year - award.lag), i);
    const base = {
      weighted: of(stands),
      permits: permitsCounted(coefficients, Math.max(first, year - award.lag))
        ? of(at(lagged, columnOf('permitsIssued')))
        : constant(0),
      children: childrenSeen(inputs, code, year - award.lag, first, of(at(lagged, CHILDREN))),
    };
    for (const form of awardForms) {
      const { total } = awardParts(coefficients, pool, form, year);
      put(sheet, row, awardColumn(form), moneyOf(total(base)), { format: 'money' });
    }
  });

  for (const year of years)
    for (const [i, replicate] of replicates.entries()) {
      const row = rowOf('city', year, i);
      putLabels(sheet, row, text(allAreas(context)[0].name), year, replicate);
      for (let column = FIRST_COUNT; column <= LAST; column++) {
        const parts = areas.map(({ code }) => at(rowOf(code, year, i), column));
        const whole = parts.map((part): Expression => of(part)).reduce((sum, part) => plus(sum, part));
        put(sheet, row, column, whole, { format: parts[0].format, role: 'total' });
      }
    }

  const block = (area: string, year: number, column: number): Range =>
    range(at(rowOf(area, year, 0), column), at(rowOf(area, year, replicates.length - 1), column));
  return {
    sheet,
    counts: (area, year, what) => block(area, year, columnOf(what)),
    counted: (area, year, tier) => block(area, year, COUNTED + tiers.indexOf(tier)),
    children: (area, year) => block(area, year, CHILDREN),
    awards: (form, area, year) => block(area, year, awardColumn(form)),
  };
}

/** Children of the year the award looks at; of a year before the run stated ones, or those of its first year. */
export const childrenSeen = (
  inputs: InputsPage,
  area: string,
  seen: number,
  first: number,
  otherwise: Expression,
): Expression => (seen < first ? inputs.or(area, 'children', seen, otherwise) : otherwise);

const keyOf = (area: string, year: number, replicate: number): string => `${area} ${year} ${replicate}`;

function headOf({ say: text }: Context): string[] {
  const tiered = (slice: 'settlers' | 'students' | 'veterans') =>
    tiers.map((tier: Tier) => `${text(say.slices[slice])} ${text(words.tiers[tier])}`);
  return [
    text(words.area),
    text(words.year),
    text(say.replicate),
    ...tiered('settlers'),
    ...tiered('students'),
    ...tiered('veterans'),
    text(say.permits),
    text(say.children),
    ...tiers.map((tier) => `${text(say.counted)} ${text(words.tiers[tier])}`),
    `${text(say.counted)} ${text(say.children)}`,
    text(say.weightedYear),
    text(say.weighted),
    ...awardForms.map((form) => `${text(say.award)} ${text(words.formsShort[form])}`),
  ];
}

function putLabels(sheet: Sheet, row: number, area: string, year: number, replicate: number): void {
  put(sheet, row, 0, area, { role: 'rowHeader' });
  put(sheet, row, 1, label(year), { format: 'year' });
  put(sheet, row, 2, label(replicate), { format: 'year' });
}

function putCounts(sheet: Sheet, row: number, persons: AwardPersons): void {
  for (const what of countNames) {
    const [slice, tier] = what.split('.') as ['settlers', Tier];
    const count = tier === undefined ? persons[what as 'children'] : persons[slice][tier];
    put(sheet, row, columnOf(what), figure(count, 'simulated'), { format: 'persons' });
  }
}
