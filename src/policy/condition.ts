import type { Localized } from '../language/language.ts';
import {
  type EducationName,
  educations,
  type RegisterTierName,
  type TenureName,
  type WorkName,
} from '../population/codes.ts';
import { educationWords, tenureWords, workWords } from '../population/words.ts';
import type { Applicant } from './applicant.ts';

/**
 * A condition of a rule: every key given must hold; of `anyOf` at least one. 以上 and 满 include the number (`AtLeast`),
 * 未满 does not (`Below`).
 */
export interface Condition {
  readonly livesInTown?: true | undefined;
  readonly registeredRural?: true | undefined;
  readonly tier?: readonly RegisterTierName[] | undefined;
  readonly yearsInTownAtLeast?: number | undefined;
  readonly permitYearsAtLeast?: number | undefined;
  readonly dwelling?: readonly TenureName[] | undefined;
  readonly leaseMonthsAtLeast?: number | undefined;
  readonly work?: readonly WorkName[] | undefined;
  readonly insuredYearsAtLeast?: number | undefined;
  readonly licensed?: true | undefined;
  readonly publicEmployee?: true | undefined;
  readonly educationAtLeast?: EducationName | undefined;
  readonly vocational?: true | undefined;
  readonly yearsSinceGraduationBelow?: number | undefined;
  readonly certificate?: true | undefined;
  readonly veteran?: true | undefined;
  readonly wholeFamilyInTown?: true | undefined;
  readonly kinRegisteredHere?: true | undefined;
  readonly anyOf?: readonly Condition[] | undefined;
}

type Key = Exclude<keyof Condition, 'anyOf'>;
type Given<K extends Key> = NonNullable<Condition[K]>;

/** For each key: does it hold, and what does it ask, in both languages. */
type Leaves = {
  readonly [K in Key]: {
    readonly test: (a: Applicant, given: Given<K>) => boolean;
    readonly say: (given: Given<K>) => Localized;
  };
};

const say = (zh: string, en: string): (() => Localized) => {
  const text = { zh, en };
  return () => text;
};

/** As the law says where somebody is registered. */
export const tierWords: Record<RegisterTierName, Localized> = {
  'same-county': { zh: '本旗县区', en: 'this county' },
  'same-city': { zh: '本市其他旗县区', en: 'another county of the city' },
  'same-province': { zh: '本省（区）其他市', en: 'another city of the province' },
  'other-province': { zh: '外省（区）', en: 'another province' },
};

const list = <T extends string>(values: readonly T[], words: Record<T, Localized>): Localized => ({
  zh: values.map((v) => words[v].zh).join('、'),
  en: values.map((v) => words[v].en).join(' or '),
});
const years = (n: number): string => (n === 1 ? '1 year' : `${n} years`);

const leaves: Leaves = {
  livesInTown: { test: (a) => a.livesInTown, say: say('在城镇实际居住', 'lives in town') },
  registeredRural: { test: (a) => a.registeredRural, say: say('农村牧区户籍', 'has a rural register') },
  tier: {
    test: (a, tiers) => tiers.includes(a.tier),
    say: (tiers) => {
      const { zh, en } = list(tiers, tierWords);
      return { zh: `户籍在${zh}`, en: `is registered in ${en}` };
    },
  },
  yearsInTownAtLeast: {
    test: (a, n) => a.yearsInTown >= n,
    say: (n) => ({ zh: `连续居住满${n}年`, en: `has lived in town for ${years(n)} or more` }),
  },
  permitYearsAtLeast: {
    test: (a, n) => a.permitYears >= n,
    say: (n) => ({ zh: `持居住证满${n}年`, en: `has held a residence permit for ${years(n)} or more` }),
  },
  dwelling: {
    test: (a, kinds) => kinds.includes(a.dwelling),
    say: (kinds) => {
      const { zh, en } = list(kinds, tenureWords);
      return { zh: `住所属于：${zh}`, en: `dwelling is ${en}` };
    },
  },
  leaseMonthsAtLeast: {
    test: (a, n) => a.leaseMonths >= n,
    say: (n) => ({ zh: `连续租赁满${n}个月`, en: `has leased without a break for ${n} months or more` }),
  },
  work: {
    test: (a, kinds) => kinds.includes(a.work),
    say: (kinds) => {
      const { zh, en } = list(kinds, workWords);
      return { zh: `工作属于：${zh}`, en: `is ${en}` };
    },
  },
  insuredYearsAtLeast: {
    test: (a, n) => a.insuredYears >= n,
    say: (n) => ({ zh: `参加城镇社会保险满${n}年`, en: `has urban social insurance for ${years(n)} or more` }),
  },
  licensed: {
    test: (a) => a.licensed,
    say: say('持营业执照和税务登记证', 'holds a business licence and tax registration'),
  },
  publicEmployee: { test: (a) => a.publicEmployee, say: say('机关、事业、国企等单位人员', 'is on public staff') },
  educationAtLeast: {
    test: (a, level) => educations.indexOf(a.education) >= educations.indexOf(level),
    say: (level) => ({
      zh: `学历为${educationWords[level].zh}${level === educations.at(-1) ? '' : '及以上'}`,
      en: `schooling is ${educationWords[level].en} or above`,
    }),
  },
  vocational: { test: (a) => a.vocational, say: say('中等职业学校', 'went to a secondary vocational school') },
  yearsSinceGraduationBelow: {
    test: (a, n) => a.yearsSinceGraduation < n,
    say: (n) => ({ zh: `毕业未满${n}年`, en: `graduated less than ${years(n)} ago` }),
  },
  certificate: { test: (a) => a.certificate, say: say('持技术等级或职业资格证书', 'holds a skill certificate') },
  veteran: { test: (a) => a.veteran, say: say('退役军人', 'is a discharged soldier') },
  wholeFamilyInTown: { test: (a) => a.wholeFamilyInTown, say: say('举家迁徙', 'the whole family lives in town') },
  kinRegisteredHere: {
    test: (a) => a.kinRegisteredHere,
    say: say('有本地城镇户籍的亲属可投靠', 'has a relative with a town register here'),
  },
};

const keysOf = (condition: Condition): Key[] =>
  (Object.keys(condition) as (keyof Condition)[]).filter((k): k is Key => k !== 'anyOf' && condition[k] !== undefined);

type Test = (applicant: Applicant) => boolean;

const all = (tests: readonly Test[]): Test => {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (a) => first(a) && second(a);
  return (a) => {
    for (const test of tests) if (!test(a)) return false;
    return true;
  };
};

const any =
  (tests: readonly Test[]): Test =>
  (a) => {
    for (const test of tests) if (test(a)) return true;
    return false;
  };

const leafTest = <K extends Key>(key: K, given: Given<K>): Test => {
  const { test } = leaves[key];
  return (a) => test(a, given);
};

/** The conditions as one function; nothing is allocated when it is called. */
export function compileConditions(conditions: readonly Condition[]): Test {
  return all(
    conditions.flatMap((condition) => [
      ...keysOf(condition).map((key) => leafTest(key, condition[key] as Given<typeof key>)),
      ...(condition.anyOf ? [any(condition.anyOf.map((c) => compileConditions([c])))] : []),
    ]),
  );
}

const describeLeaf = <K extends Key>(key: K, given: Given<K>): Localized => leaves[key].say(given);

/** What a condition asks, in words. */
export function describeCondition(condition: Condition): Localized {
  const parts = keysOf(condition).map((key) => describeLeaf(key, condition[key] as Given<typeof key>));
  if (condition.anyOf) {
    const options = condition.anyOf.map(describeCondition);
    parts.push({
      zh: `符合其一：${options.map((o) => `（${o.zh}）`).join('')}`,
      en: `one of: ${options.map((o) => `(${o.en})`).join(' ')}`,
    });
  }
  return { zh: parts.map((p) => p.zh).join('，'), en: parts.map((p) => p.en).join(' and ') };
}

/** What this applicant lacks: one line for each part that does not hold. */
export function missingConditions(conditions: readonly Condition[], applicant: Applicant): Localized[] {
  return conditions.flatMap((condition) => {
    const { anyOf, ...rest } = condition;
    const missing = keysOf(rest)
      .filter((key) => !leafTest(key, condition[key] as Given<typeof key>)(applicant))
      .map((key) => describeLeaf(key, condition[key] as Given<typeof key>));
    if (anyOf && !any(anyOf.map((c) => compileConditions([c])))(applicant)) missing.push(describeCondition({ anyOf }));
    return missing;
  });
}
