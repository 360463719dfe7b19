import { type Localized, text } from '../../language/language.ts';
import type { BalanceCheck, CheckedFigure, Verdict } from './check-balance.ts';
import type { Ranged } from './ranged.ts';
import type { RegisterBalance, TownShare } from './register-balance.ts';
import type { YearlyOutflow } from './yearly-outflow.ts';

/** A sentence in both languages. */

/** What the published figures say of an area's registers before any model. */
export function balanceSentences(balance: RegisterBalance): Localized[] {
  const { from, to, registered, townShare, mostPerTenthOfAPoint } = balance;
  const [before, after] = registered.map(({ value }) => persons(value));
  const change = signed(balance.change);
  const [natural, outflow] = [signed(balance.natural), amount(balance.outflow)];
  const [flat, tenth] = [amount(balance.mostAtFlatShare), persons(mostPerTenthOfAPoint)];
  const said = [
    text(
      `户籍人口：${from}年末${before}人，${to}年末${after}人，年均${change.zh}人。`,
      `Registered persons: ${before} at the end of ${from}, ${after} at the end of ${to}: ${change.en} a year.`,
    ),
    text(
      `出生减死亡年均${natural.zh}人，因此每年净迁出和销户共${outflow.zh}人。`,
      `Births less deaths: ${natural.en} a year. So ${outflow.en} a year left the register on balance or were cleared from its books.`,
    ),
    text(
      `若城镇户籍比重不变，本地农村户籍人口落户与村改居合计每年至多${flat.zh}人；比重每年每上升0.1个百分点，上限增加${tenth}人。`,
      `With a flat town share, at most ${flat.en} of its own villagers a year can have got a town register, by settling and reclassification together; every 0.1 point a year that the share rises adds ${tenth}.`,
    ),
  ];
  const [shareBefore, shareAfter] = townShare;
  if (shareAfter === null) return said;
  const [most, least] = [amount(balance.most), amount(atLeastZero(balance.least))];
  const [first, last] = [percent(shareBefore), percent(shareAfter)];
  return [
    ...said,
    text(
      `城镇户籍比重由${from}年的${first.zh}到${to}年的${last.zh}：落户与村改居合计，本地农村户籍人口每年至多${most.zh}人，连同外来者至少${least.zh}人。`,
      `With a town share of ${first.en} in ${from} and ${last.en} in ${to}: at most ${most.en} of its own villagers a year, and with people from outside at least ${least.en}, by settling and reclassification together.`,
    ),
  ];
}

/** Years in which the books were rather cleared than people moved; none where no year stands out. */
export function clearanceSentences(years: readonly YearlyOutflow[]): Localized[] {
  const far = years.filter(({ administrative }) => administrative);
  if (far.length === 0) return [];
  const more = (residual: number): string => `${residual > 0 ? '+' : ''}${persons(residual)}`;
  return [
    text(
      `净迁出与其他年份相差很大的年份，应是户籍清理而非人的行为：${far.map(({ year, residual }) => `${year}年（${more(residual)}人）`).join('、')}；核对运行时可将其全部或部分加回。`,
      `Net outflow far from that of other years, so rather a clean-up of the books than people: ${far.map(({ year, residual }) => `${year} (${more(residual)})`).join(', ')}; the check of a run may add it back in whole or in part.`,
    ),
  ];
}

/** How a run keeps to the counted balance. */
export function checkSentences(check: BalanceCheck): Localized[] {
  const rise = check.forcedRise.toFixed(2);
  return [
    ...check.figures.map((figure) => figureSentence(figure, check)),
    ...leaversSentences(check),
    ...(check.forcedRise === 0 || check.counted.town !== null
      ? []
      : [
          text(
            `这样的落户和村改居意味着城镇户籍比重每年至少上升${rise}个百分点；期末的比重没有公布。`,
            `Settling and reclassification at this pace mean that the town share rises by ${rise} points a year or more; none is published for the end.`,
          ),
        ]),
  ];
}

/** Who must have left for the run's settling to go with the registers counted. */
function leaversSentences({ townShareOfOutflow: { needed, run } }: BalanceCheck): Localized[] {
  if (Number.isNaN(needed)) return [];
  if (needed < 0) {
    return [
      text(
        '即使净迁出者全是农村户籍，这样的落户和村改居仍不足以达到城镇户籍人口的变动。',
        'Even if all who left were on a village register, settling and reclassification at this pace are too few for the change of town registers.',
      ),
    ];
  }
  if (needed > 1) {
    return [
      text(
        '即使净迁出者全是城镇户籍，这样的落户和村改居仍超过城镇户籍人口的变动。',
        'Even if all who left were on a town register, settling and reclassification at this pace are more than the change of town registers bears.',
      ),
    ];
  }
  const [must, does] = [needed, run].map((share) => Math.round(100 * share));
  return [
    text(
      `与公布的户籍人口相容，净迁出者中须有${must}%是城镇户籍；运行中为${does}%。`,
      `To go with the registers counted, ${must} % of those who left on balance must have been on a town register; in the run it is ${does} %.`,
    ),
  ];
}

const subjects: Readonly<Record<CheckedFigure['what'], Localized>> = {
  registered: text('全部户籍人口的变动', 'Change of all registers'),
  town: text('城镇户籍人口的变动', 'Change of town registers'),
  most: text('本地农村户籍人口落户与村改居', 'Own villagers settled or reclassified'),
  least: text('落户（含外来）与村改居', 'Settled, people from outside included, or reclassified'),
};
const limits: Readonly<Record<CheckedFigure['what'], Localized>> = {
  registered: text('公布', 'counted'),
  town: text('公布', 'counted'),
  most: text('至多', 'at most'),
  least: text('至少', 'at least'),
};
const verdicts: Readonly<Record<Verdict, Localized>> = {
  inside: text('相符', 'agrees'),
  strained: text('仅在范围边缘相符', 'agrees only at the ends of the ranges'),
  outside: text('不符', 'disagrees'),
};

function figureSentence({ what, run, bound, verdict }: CheckedFigure, { from, to }: BalanceCheck): Localized {
  const counted = amount(what === 'least' ? atLeastZero(bound) : bound);
  const mean = persons(run.mean);
  return text(
    `${subjects[what].zh}，${from}–${to}年年均：运行${mean}人，${limits[what].zh}${counted.zh}人：${verdicts[verdict].zh}。`,
    `${subjects[what].en}, a year from ${from} to ${to}: run ${mean}, ${limits[what].en} ${counted.en}: ${verdicts[verdict].en}.`,
  );
}

const atLeastZero = ({ value, low, high }: Ranged): Ranged => ({
  value: Math.max(0, value),
  low: Math.max(0, low),
  high: Math.max(0, high),
});

/** Stocks to the person, flows to the hundred, below a thousand to the ten: none is better known. */
function persons(value: number): string {
  const unit = Math.abs(value) >= 100_000 ? 1 : Math.abs(value) >= 1000 ? 100 : 10;
  return (Math.round(value / unit) * unit + 0).toLocaleString('en-US');
}

function amount({ value, low, high }: Ranged, sign = ''): Localized {
  const [least, most] = [persons(low), persons(high)];
  if (least === most) return text(`${sign}${persons(value)}`, `${sign}${persons(value)}`);
  return text(`${sign}${persons(value)}（${least}至${most}）`, `${sign}${persons(value)} (${least} to ${most})`);
}

const signed = (ranged: Ranged): Localized => amount(ranged, ranged.value > 0 ? '+' : '');

function percent({ value, low, high, published }: TownShare): Localized {
  const [shown, least, most] = [value, low, high].map((share) => (100 * share).toFixed(1));
  if (published) return text(`${shown}%（公布）`, `${shown} % (published)`);
  return text(`${shown}%（假设，${least}至${most}）`, `${shown} % (assumed, ${least} to ${most})`);
}
