import { awardTiers } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { permitsCounted } from '../award-formula.ts';
import { freeze, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, minus, of, over, plus, power, times } from '../expression.ts';
import { moneyOf } from '../money.ts';
import type { Expression, Format, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import type { AwardCalculationPage } from './award-calculation.ts';
import { type CoefficientsPage, titleOf } from './coefficients.ts';

const say = {
  name: { zh: '敏感性', en: 'Sensitivity' },
  title: { zh: '奖励资金对各假设系数的敏感性', en: 'How the award hangs on each assumed coefficient' },
  subtitle: (year: number) => ({
    zh: `${year}年全市奖励资金（总额分配，两部分合计，万元）：逐个系数取其下限、上限，其余按“系数”表现值，公式即时重算。运行前各年落户人数按缺省计。`,
    en: `Award of the whole city in ${year} (share of the envelope, both parts, 10,000 yuan): one coefficient at a time at its low and high end, the others as on the sheet Coefficients, live. Settlers of years before the run as they are by default.`,
  }),
  head: [
    { zh: '系数', en: 'Coefficient' },
    { zh: '现值', en: 'Now' },
    { zh: '下限', en: 'Low' },
    { zh: '上限', en: 'High' },
    { zh: '奖励：现值', en: 'Award now' },
    { zh: '奖励：下限', en: 'Award at low' },
    { zh: '奖励：上限', en: 'Award at high' },
    { zh: '下限变化', en: 'Change at low' },
    { zh: '上限变化', en: 'Change at high' },
  ],
  note: {
    zh: '区间为假设的可能范围，不是法定幅度；同时改变几个系数请在“系数”表直接改值。',
    en: 'Ranges are those of the assumptions, never law; to change several at once type them on the sheet Coefficients.',
  },
};

/** Yuan of the whole city with some coefficients in place of their cells. */
type AwardWith = (value: (id: string) => Expression) => Expression;

/** The award of the first budget year at both ends of every assumed coefficient it rests on. */
export function sensitivityPage(
  context: Context,
  { coefficients, steps }: { readonly coefficients: CoefficientsPage; readonly steps: AwardCalculationPage },
): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const year = result.budget.from;
  const sheet = newSheet(text(say.name), 'result', [52, 12, 12, 12, 14, 14, 14, 12, 12], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle(year)));
  putRow(sheet, FIRST_ROW, 0, say.head.map(text), 'header');
  freeze(sheet, FIRST_ROW + 1, 1);
  const read = new Set<string>();
  const award = awardOf(context, coefficients, steps, year);
  award((id) => {
    read.add(id);
    return coefficients.of(id);
  });
  const assumed = result.coefficients.filter(
    ({ id, mark, low, high }) => read.has(id) && mark === 'assumption' && low < high,
  );
  assumed.forEach((coefficient, i) => {
    const row = FIRST_ROW + 1 + i;
    const { value, low, high } = coefficients.cells(coefficient.id);
    const format: Format = coefficient.kind === 'share' || coefficient.kind === 'rate' ? 'share' : 'factor';
    const at = (own: Expression) => moneyOf(award((id) => (id === coefficient.id ? own : coefficients.of(id))));
    put(sheet, row, 0, text(titleOf(coefficient)), { role: 'rowHeader' });
    [value, low, high].forEach((cell, c) => {
      put(sheet, row, 1 + c, of(cell), { format });
    });
    const [now, atLow, atHigh] = [value, low, high].map((cell, c) =>
      put(sheet, row, 4 + c, at(of(cell)), { format: 'money', role: c === 0 ? 'total' : 'body' }),
    );
    [atLow, atHigh].forEach((cell, c) => {
      put(sheet, row, 7 + c, ratio(minus(of(cell), of(now)), of(now)), { format: 'share' });
    });
  });
  putLine(sheet, FIRST_ROW + 2 + assumed.length, text(say.note), sheet.widths.length - 1, 'note');
  return { sheet };
}

/** The award's formula in one piece: see `Award`. */
function awardOf(
  { result }: Context,
  coefficients: CoefficientsPage,
  steps: AwardCalculationPage,
  year: number,
): AwardWith {
  const { award, years } = result;
  const [first] = years;
  return (value) => {
    const vintage = (settled: number): Expression => {
      const persons = added(
        awardTiers.map((tier) =>
          times(value(`award.weight.${tier}`), of(steps.counted(tier, 'city', Math.max(first, settled)))),
        ),
      );
      return settled >= first ? persons : times(value('award.earlier'), persons);
    };
    const [outer, inner] = [value('pool.share.other_province'), value('pool.share.province')];
    const shares = { other_province: outer, province: inner, same_city: minus(constant(1), outer, inner) };
    const pool = times(
      added(awardTiers.map((tier) => times(value(`award.weight.${tier}`), shares[tier]))),
      minus(constant(1), value('pool.reclassified_share')),
      stepped(value, award.steps, (age) => coefficients.dated('pool.settlers', year - award.lag - age, value)),
    );
    const { year: from } = coefficients.get('pool.children');
    const seen = year - award.lag;
    const grown = power(plus(constant(1), value('pool.children_growth')), constant(seen - (from ?? seen)));
    const childrenOfPool = times(value('pool.children'), grown);
    const envelope = coefficients.dated('award.envelope', year, value);
    const share = year < coefficients.get('award.children_from').value ? constant(0) : value('award.children_share');
    const settler = over(times(envelope, minus(constant(1), share)), pool);
    const weighted = stepped(value, award.steps, (age) => vintage(year - award.lag - age));
    const permits = permitsCounted(coefficients, Math.max(first, seen))
      ? times(value('award.permits'), value('award.weight.permit'), of(steps.permits('city', year)))
      : constant(0);
    const child = over(times(envelope, share), childrenOfPool);
    return times(
      plus(
        times(settler, value('award.cost'), plus(weighted, permits)),
        times(child, value('award.children_cost'), of(steps.children('city', year))),
      ),
      value('award.difficulty'),
      plus(constant(1), value('award.provincial_match')),
    );
  };
}
