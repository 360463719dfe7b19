import { type AwardForm, type AwardTier, awardForms, awardTiers } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { freeze, newSheet, putLine } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, plus, times } from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { PoolPage } from './pool.ts';

const say = {
  name: { zh: '新增一人', en: 'One more settler' },
  title: { zh: '每新增一名落户者带来的奖励资金', en: 'What one more settler brings' },
  subtitle: {
    zh: '元，含省级自有奖励。一人落户后从计入年份起逐年退坡；首年为计入的第一年，合计为退坡各年之和（当年价，不折现）。与随迁子女部分无关。',
    en: "Yuan, the province's own award included. A settler counts from the first award year on and is stepped down; the first year, and the sum over the step-down (current prices, undiscounted). The children's part has nothing to do with it.",
  },
  settled: { zh: '落户年份', en: 'Year of settling' },
  first: { zh: '首年', en: 'first year' },
  all: (steps: number) => ({ zh: `${steps}年合计`, en: `${steps} years in all` }),
  limits: {
    zh: '总额既定时，各地落户都增加会摊薄标准；本表按盘子人数不变计。',
    en: 'Under a given envelope more settlers everywhere bring each less; this holds the pool as it is.',
  },
};

/** Names of the two lines of a tier. */
export const newSettlerWords = { first: (_: number) => say.first, all: say.all } as const;

/** Yuan by form, tier and year of settling. */
export interface NewSettlerPage {
  readonly sheet: Sheet;
  readonly line: (form: AwardForm, tier: AwardTier, of: 'first' | 'all', year: number) => Cell;
}

/** First year and all years of the step-down of one settler, by form and tier. */
export function newSettlerPage(context: Context, coefficients: CoefficientsPage, pool: PoolPage): NewSettlerPage {
  const { result, say: text } = context;
  const { years, award } = result;
  const value = coefficients.of;
  const sheet = newSheet(text(say.name), 'result', [40, ...years.map(() => 11)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const found = new Map(award.newSettler.map((row) => [`${row.form} ${row.tier} ${row.settled}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  const yuan = (form: AwardForm, tier: AwardTier, year: number, age: number): Expression =>
    times(
      of(pool.perSettler(form, year + award.lag + age)),
      value('award.difficulty'),
      value('award.cost'),
      plus(constant(1), value('award.provincial_match')),
      value(`award.weight.${tier}`),
      value(`award.step.${age}`),
    );
  table.head([text(say.settled)]);
  for (const form of awardForms) {
    table.section(text(words.forms[form]));
    for (const tier of awardTiers) {
      const line = (key: 'first' | 'all', said: string, content: (year: number) => Expression) =>
        kept.set(
          `${form} ${tier} ${key}`,
          table.line({
            names: [`${text(words.awardTiers[tier])}${text(words.colon)}${said}`],
            format: 'yuan',
            role: key === 'all' ? 'total' : 'body',
            content,
            expected: (year) => found.get(`${form} ${tier} ${year}`)![key === 'first' ? 'firstYuan' : 'allYuan'],
          }),
        );
      line('first', text(say.first), (year) => yuan(form, tier, year, 0));
      line('all', text(say.all(award.steps)), (year) =>
        added(Array.from({ length: award.steps }, (_, age) => yuan(form, tier, year, age))),
      );
    }
  }
  putLine(sheet, table.row() + 1, text(say.limits), sheet.widths.length - 1, 'note');
  return { sheet, line: (form, tier, key, year) => kept.get(`${form} ${tier} ${key}`)![years.indexOf(year)] };
}
