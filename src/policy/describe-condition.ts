import { inEach, type Localized, text } from '../language/language.ts';
import type { Applicant } from './applicant.ts';
import { joiningKeys, joiningTest, leafKeysOf, leafTest, pointsFactsOf, pointsOf } from './compile-condition.ts';
import type { Condition, JoiningKey, PointsCount, PointsItem } from './condition.ts';
import { conditionKeys, type LeafKey } from './condition-keys.ts';
import { facts } from './facts.ts';
import { relativeWords } from './relative.ts';
import { joined } from './words.ts';

/** What a condition asks, in words. */
export function describeCondition(condition: Condition): Localized {
  return inSequence([
    ...leafKeysOf(condition).map((key) => describeLeaf(key, condition)),
    ...joiningKeys.filter((key) => condition[key] !== undefined).map((key) => describeJoining(key, condition)),
  ]);
}

/** What conditions that must all hold ask. */
export const describeConditions = (conditions: readonly Condition[]): Localized =>
  conditions.length === 0 ? text('无条件', 'no condition') : inSequence(conditions.map(describeCondition));

const inSequence = (parts: readonly Localized[]): Localized =>
  text(parts.map((p) => p.zh).join('，'), parts.map((p) => p.en).join(' and '));

const describeLeaf = (key: LeafKey, condition: Condition): Localized =>
  (conditionKeys[key].say as (given: unknown) => Localized)(condition[key]);

const options = (conditions: readonly Condition[]): Localized => {
  const parts = conditions.map(describeCondition);
  return text(parts.map((o) => `（${o.zh}）`).join(''), parts.map((o) => `(${o.en})`).join(' '));
};

/** What each key that joins conditions asks. */
const joining: { readonly [K in JoiningKey]: (given: NonNullable<Condition[K]>) => Localized } = {
  anyOf: (conditions) => inEach((lang) => `${{ zh: '符合其一：', en: 'one of: ' }[lang]}${options(conditions)[lang]}`),
  allOf: (conditions) => inSequence(conditions.map(describeCondition)),
  not: (condition) => {
    const { zh, en } = describeCondition(condition);
    return text(`不属于（${zh}）`, `not (${en})`);
  },
  joins: ({ as, livingTogether, sponsor }) => {
    const who = joined(as.map((name) => relativeWords[name]));
    const must = sponsor === undefined ? null : describeCondition(sponsor);
    return text(
      `是当地城镇户籍人员${livingTogether ? '共同居住' : ''}的${who.zh}${must ? `（被投靠人${must.zh}）` : ''}`,
      `is ${who.en} of somebody with a town register here${livingTogether ? ' and lives with them' : ''}${must ? `, who ${must.en}` : ''}`,
    );
  },
  relative: ({ is, livingTogether, registeredHere, when }) => {
    const who = joined(is.map((name) => relativeWords[name]));
    const must = when === undefined ? null : describeCondition(when);
    return text(
      `有${livingTogether ? '共同居住、' : ''}${registeredHere ? '有当地城镇户籍、' : ''}${must ? `${must.zh}的` : ''}${who.zh}`,
      `has ${who.en}${livingTogether ? ' living together' : ''}${registeredHere ? ' with a town register here' : ''}${must ? ` who ${must.en}` : ''}`,
    );
  },
  points: ({ atLeast, items }) =>
    inEach(
      (lang) =>
        `${{ zh: `积分满${atLeast}分`, en: `${atLeast} points or more` }[lang]}${items.length > 0 ? { zh: '：', en: ': ' }[lang] : ''}${items.map((item) => describePoints(item)[lang]).join({ zh: '；', en: '; ' }[lang])}`,
    ),
};

const describeJoining = (key: JoiningKey, condition: Condition): Localized =>
  (joining[key] as (given: unknown) => Localized)(condition[key]);

/** What an item of points asks and gives, in words. */
export function describePoints(item: PointsItem): Localized {
  if (!('highestOf' in item)) return describeCount(item);
  const each = item.highestOf.map(describeCount);
  return text(
    `只计最高一项（${each.map(({ zh }) => zh).join('；')}）`,
    `the best of (${each.map(({ en }) => en).join('; ')})`,
  );
}

function describeCount({ points, when, per, most }: PointsCount): Localized {
  const units = pointsFactsOf(per).map((name) => facts[name].about);
  const least = text(
    `${units.map(({ zh }) => zh).join('与')}${units.length > 1 ? '中较少者' : ''}`,
    `${units.length > 1 ? 'the lesser of ' : ''}${units.map(({ en }) => en).join(' and ')}`,
  );
  const { zh, en } = inSequence([...(when ? [describeCondition(when)] : []), ...(per ? [least] : [])]);
  return text(
    `${zh}${per ? '每一单位' : ''}${points}分${most === undefined ? '' : `，最多${most}分`}`,
    `${points} ${per ? 'for each of ' : 'where '}${en}${most === undefined ? '' : `, at most ${most}`}`,
  );
}

/** The table of points somebody falls short of, and the points there are. */
function pointsShort(condition: Condition, applicant: Applicant): Localized {
  const { zh, en } = describeJoining('points', condition);
  const has = pointsOf(condition.points?.items ?? [])(applicant);
  return text(`${zh}（现有${has}分）`, `${en} (has ${has})`);
}

/** What this person lacks: one line for each part that does not hold. */
export function missingConditions(conditions: readonly Condition[], applicant: Applicant): Localized[] {
  return conditions.flatMap((condition) => {
    const { allOf, ...rest } = condition;
    return [
      ...leafKeysOf(rest)
        .filter((key) => !leafTest(key, rest)(applicant))
        .map((key) => describeLeaf(key, rest)),
      ...joiningKeys
        .filter((key) => rest[key as keyof typeof rest] !== undefined && !joiningTest(key, rest)(applicant))
        .map((key) => (key === 'points' ? pointsShort(rest, applicant) : describeJoining(key, rest))),
      ...(allOf === undefined ? [] : missingConditions(allOf, applicant)),
    ];
  });
}
