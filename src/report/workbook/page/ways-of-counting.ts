import { type AwardTier, awardForms, awardTiers, type DefinitionRow } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { awardParts, weighted } from '../award-formula.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of, plus, times } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Content, Expression, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import { words } from '../words.ts';
import { type YearTable, yearTable } from '../year-table.ts';
import type { AwardCalculationPage } from './award-calculation.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { PoolPage } from './pool.ts';

const say = {
  name: { zh: '口径影响', en: 'Ways of counting' },
  title: { zh: '换一种计数口径，奖励差多少', en: 'How much money hangs on a way of counting' },
  subtitle: {
    zh: '同一公式、同一系数，只换落户人数的口径；只有第一种是办法所要求的。居住证与随迁子女不变。人数为人，奖励为万元。',
    en: 'The same formula and coefficients over other counts of the settled; only the first is what the rule asks for. Permits and children unchanged. Persons, and 10,000 yuan.',
  },
  adjustment: { zh: '与办法口径之差（人）', en: 'Difference from the rule (persons)' },
  rise: { zh: '当年增量（人）', en: 'Rise in the year (persons)' },
  persons: { zh: '计入人数合计', en: 'Counted in all' },
  weighted: { zh: '退坡后加权人数', en: 'Weighted after step-down' },
  award: { zh: '奖励', en: 'Award' },
};

/** Ways that add to, or take from, those the rule counts in their own city. */
const adjusted = new Set(['agricultural', 'with_reclassified']);
/** Ways that take the rise of a register; who came from elsewhere keeps the tier. */
const risen = new Set(['register_growth', 'run_definition']);

type Byway = Record<AwardTier, readonly Cell[]>;

/** The award under every way of counting the settled, as live formulas. */
export function waysOfCountingPage(
  context: Context,
  coefficients: CoefficientsPage,
  pool: PoolPage,
  steps: AwardCalculationPage,
): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { years, award } = result;
  const sheet = newSheet(text(say.name), 'result', [48, ...years.map(() => 10)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const ids = [...new Set(result.definitions.map(({ id }) => id))];
  const first = years[0];
  for (const [n, id] of ids.entries()) {
    const rows = new Map(result.definitions.filter((row) => row.id === id).map((row) => [row.year, row]));
    const { name } = rows.get(first)!;
    if (n > 0 && n % 4 === 0) sheet.breaks.push(table.row() - 1);
    table.section(`${n + 1}. ${text(name)}`);
    table.head([text(words.item)]);
    const byTier = putTiers(context, table, id, rows, steps);
    table.line({
      names: [text(say.persons)],
      format: 'persons',
      content: (_, i) => added(awardTiers.map((tier) => of(byTier[tier][i]))),
      expected: (year) => rows.get(year)!.persons,
    });
    const now = (settled: number): Expression => {
      const i = Math.max(0, settled - first);
      const own = weighted(coefficients, (tier) => of(byTier[tier][i]));
      return settled >= first ? own : times(coefficients.of('award.earlier'), own);
    };
    const stands = table.line({
      names: [text(say.weighted)],
      format: 'persons',
      content: (year) =>
        id === 'rural_register'
          ? of(steps.weighted('city', year))
          : stepped(coefficients.of, award.steps, (age) => now(year - award.lag - age)),
    });
    for (const form of awardForms)
      table.line({
        names: [`${text(say.award)}${text(words.colon)}${text(words.forms[form])}`],
        format: 'money',
        role: 'total',
        content: (year, i) => {
          const base = {
            weighted: of(stands[i]),
            permits: of(steps.permits('city', year)),
            children: of(steps.children('city', year)),
          };
          return moneyOf(awardParts(coefficients, pool, form, year).total(base));
        },
        expected: (year) => inMoney(rows.get(year)!.awardYuan[form]),
      });
    table.skip();
  }
  return { sheet };
}

/** Persons a way of counting puts into each tier: over the rule's own cells where it only changes them, else as counted. */
function putTiers(
  context: Context,
  table: YearTable,
  id: string,
  rows: ReadonlyMap<number, DefinitionRow>,
  steps: AwardCalculationPage,
): Byway {
  const { result, say: text } = context;
  const rule = (tier: AwardTier, year: number) => of(steps.counted(tier, 'city', year));
  const lawful = new Map(result.definitions.filter((row) => row.lawful).map((row) => [row.year, row]));
  const districts = result.counts.areas.filter(({ district }) => district);
  const helper = (name: string, value: (year: number) => number): readonly Cell[] =>
    table.line({ names: [name], format: 'persons', content: (year) => figure(value(year), 'simulated') });
  const change = adjusted.has(id)
    ? helper(text(say.adjustment), (year) => rows.get(year)!.byTier.same_city - lawful.get(year)!.byTier.same_city)
    : risen.has(id)
      ? helper(text(say.rise), (year) => rows.get(year)!.persons)
      : [];
  const content = (tier: AwardTier, year: number, i: number): Content => {
    if (id === 'rural_register') return rule(tier, year);
    if (id === 'districts') return added(districts.map(({ code }) => of(steps.counted(tier, code, year))));
    if (!adjusted.has(id) && !risen.has(id)) return figure(rows.get(year)!.byTier[tier], 'simulated');
    if (tier !== 'same_city') return rule(tier, year);
    const own = of(change[i]);
    return adjusted.has(id)
      ? plus(rule(tier, year), own)
      : minus(own, rule('other_province', year), rule('province', year));
  };
  const lines = awardTiers.map((tier) => [
    tier,
    table.line({
      names: [text(words.awardTiers[tier])],
      format: 'persons',
      content: (year, i) => content(tier, year, i),
      expected: (year) => rows.get(year)!.byTier[tier],
    }),
  ]);
  return Object.fromEntries(lines) as Byway;
}
