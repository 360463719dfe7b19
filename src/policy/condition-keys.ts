import { type Localized, text } from '../language/language.ts';
import {
  type EducationName,
  educations,
  type RegisterTierName,
  registerTiers,
  sexes,
  works,
} from '../population/codes.ts';
import { educationWords, sexWords, workWords } from '../population/words.ts';
import {
  type DegreeName,
  degrees,
  degreeWords,
  dwellings,
  dwellingWords,
  type FactName,
  type Facts,
  factOf,
} from './facts.ts';

/** What a plain key of a condition may be given; `false` asks that a fact does not hold. 以上 and 满 include the number (`AtLeast`), 未满 does not (`Below`). */
type Takes =
  | { readonly takes: 'yes' }
  | { readonly takes: 'number' }
  | { readonly takes: 'one'; readonly of: readonly string[] }
  | { readonly takes: 'some'; readonly of: readonly string[] }
  | { readonly takes: 'places' };
type GivenOf<T> = T extends { takes: 'yes' }
  ? boolean
  : T extends { takes: 'number' }
    ? number
    : T extends { takes: 'one'; of: readonly (infer N)[] }
      ? N
      : T extends { takes: 'some'; of: readonly (infer N)[] }
        ? readonly N[]
        : T extends { takes: 'places' }
          ? readonly string[]
          : never;

export type Test = (facts: Readonly<Facts>) => boolean;

/** A plain key: the fact it asks about, what it is given, the test that makes, and what it asks in words. */
type Key<T extends Takes> = T & {
  readonly fact: FactName;
  readonly test: (given: GivenOf<T>) => Test;
  readonly say: (given: GivenOf<T>) => Localized;
};
type Yes = { readonly takes: 'yes' };
type Number = { readonly takes: 'number' };
type Some<N extends string> = { readonly takes: 'some'; readonly of: readonly N[] };

/** Names of facts whose value is of a type. */
type FactsThatAre<V> = { [K in FactName]: Facts[K] extends V ? K : never }[FactName];

const holds = (fact: FactsThatAre<boolean>, zh: string, en: string): Key<Yes> => {
  const [words, denied] = [text(zh, en), text(`不属于“${zh}”`, `not: ${en}`)];
  const value = factOf[fact];
  return {
    fact,
    takes: 'yes',
    test: (asked) => (asked ? value : (facts) => !value(facts)),
    say: (asked) => (asked ? words : denied),
  };
};
const atLeast = (fact: FactsThatAre<number>, say: (n: number) => Localized): Key<Number> => {
  const value = factOf[fact];
  return { fact, takes: 'number', test: (n) => (facts) => value(facts) >= n, say };
};
const below = (fact: FactsThatAre<number>, say: (n: number) => Localized): Key<Number> => {
  const value = factOf[fact];
  return { fact, takes: 'number', test: (n) => (facts) => value(facts) < n, say };
};
const among = <const N extends string>(
  fact: FactsThatAre<N>,
  of: readonly N[],
  words: Readonly<Record<N, Localized>>,
  zh: string,
  en: string,
): Key<Some<N>> => ({
  fact,
  takes: 'some',
  of,
  test: (names) => {
    const value = factOf[fact] as (facts: Readonly<Facts>) => unknown;
    // the words of this program itself: those read from a file are other strings of the same letters, slow to compare
    const own: readonly unknown[] = of.filter((name) => names.includes(name));
    return (facts) => own.includes(value(facts));
  },
  say: (names) =>
    text(`${zh}${names.map((n) => words[n].zh).join('、')}`, `${en} ${names.map((n) => words[n].en).join(' or ')}`),
});

const years = (n: number): string => (n === 1 ? '1 year' : `${n} years`);

/** As the law says where somebody is registered. */
export const tierWords: Record<RegisterTierName, Localized> = {
  'same-county': text('本县（区、旗）', 'this county'),
  'same-city': text('本市其他县（区、旗）', 'another county of the city'),
  'same-province': text('本省（区）其他市', 'another city of the province'),
  'other-province': text('外省（区）', 'another province'),
};

/**
 * The plain keys of a condition. One table: the shape of a document, its JSON Schema, the words of `luohu policy`, the table of
 * keys in the guide and the compiled test are made from it.
 */
export const conditionKeys = {
  livesInTown: holds('livesInTown', '在城镇实际居住', 'lives in town'),
  worksInTown: holds('worksInTown', '在当地城镇工作', 'works in town'),
  schooledHere: holds('schooledHere', '本人或子女在当地有学籍', 'has a school place here, or a child has'),
  registeredRural: holds('registeredRural', '农村牧区户籍', 'has a rural register'),
  tier: among('tier', registerTiers, tierWords, '户籍在', 'is registered in'),
  registeredIn: {
    fact: 'registerPlace',
    takes: 'places',
    test: (codes) => (facts) => codes.includes(facts.registerPlace),
    say: (codes) => text(`户籍在${codes.join('、')}`, `is registered in ${codes.join(', ')}`),
  } satisfies Key<{ readonly takes: 'places' }>,
  ageAtLeast: atLeast('age', (n) => text(`年满${n}周岁`, `is ${n} or older`)),
  ageBelow: below('age', (n) => text(`未满${n}周岁`, `is under ${n}`)),
  sex: among('sex', sexes, sexWords, '性别：', 'is'),
  unmarried: {
    fact: 'married',
    takes: 'yes',
    test: (asked) => (facts) => facts.married !== asked,
    say: (asked) => (asked ? text('未婚', 'is not married') : text('已婚', 'is married')),
  } satisfies Key<Yes>,
  familySizeAtLeast: atLeast('familySize', (n) => text(`家庭${n}人以上`, `has a family of ${n} or more`)),
  yearsInTownAtLeast: atLeast('yearsInTown', (n) =>
    text(`连续居住满${n}年`, `has lived in town for ${years(n)} or more`),
  ),
  hasPermit: holds('hasPermit', '持有效居住证', 'holds a residence permit'),
  permitYearsAtLeast: atLeast('permitYears', (n) =>
    text(`持居住证满${n}年`, `has held a residence permit for ${years(n)} or more`),
  ),
  dwelling: among('dwelling', dwellings, dwellingWords, '住所属于：', 'dwelling is'),
  leaseMonthsAtLeast: atLeast('leaseMonths', (n) =>
    text(`连续租赁满${n}个月`, `has leased without a break for ${n} months or more`),
  ),
  leaseRegistered: holds('leaseRegistered', '租赁已登记备案', 'has a registered lease'),
  floorAreaAtLeast: atLeast('floorArea', (n) =>
    text(`住房建筑面积${n}平方米以上`, `has a dwelling of ${n} m2 or more`),
  ),
  floorAreaPerHeadBelow: {
    fact: 'floorArea',
    takes: 'number',
    test: (n) => (facts) => facts.floorArea / facts.familySize < n,
    say: (n) => text(`人均建筑面积不足${n}平方米`, `has less than ${n} m2 a head`),
  } satisfies Key<Number>,
  housingNeed: holds('housingNeed', '住房困难', 'is short of housing'),
  incomePerHeadBelow: below('incomePerHead', (n) =>
    text(`家庭人均月收入低于${n}元`, `has less than ${n} yuan a head and month`),
  ),
  incomePerHeadAtLeast: atLeast('incomePerHead', (n) =>
    text(`家庭人均月收入${n}元以上`, `has ${n} yuan a head and month or more`),
  ),
  work: among('work', works, workWords, '工作属于：', 'is'),
  insuredYearsAtLeast: atLeast('insuredYears', (n) =>
    text(`参加城镇社会保险满${n}年`, `has urban social insurance for ${years(n)} or more`),
  ),
  licensed: holds('licensed', '持营业执照和税务登记证', 'holds a business licence and tax registration'),
  publicEmployee: holds('publicEmployee', '机关、事业、国企等单位人员', 'is on public staff'),
  educationAtLeast: {
    fact: 'education',
    takes: 'one',
    of: educations,
    test: (level) => {
      const least = educations.indexOf(level);
      return (facts) => educations.indexOf(facts.education) >= least;
    },
    say: (level) =>
      text(
        `学历为${educationWords[level].zh}${level === educations.at(-1) ? '' : '及以上'}`,
        `schooling is ${educationWords[level].en} or above`,
      ),
  } satisfies Key<{ readonly takes: 'one'; readonly of: readonly EducationName[] }>,
  degreeAtLeast: {
    fact: 'degree',
    takes: 'one',
    of: degrees.slice(1) as readonly Exclude<DegreeName, 'none'>[],
    test: (level) => {
      const least = degrees.indexOf(level);
      return (facts) => degrees.indexOf(facts.degree) >= least;
    },
    say: (level) => text(`学位为${degreeWords[level].zh}及以上`, `degree is ${degreeWords[level].en} or above`),
  } satisfies Key<{ readonly takes: 'one'; readonly of: readonly Exclude<DegreeName, 'none'>[] }>,
  vocational: holds('vocational', '中等职业学校', 'went to a secondary vocational school'),
  yearsSinceGraduationBelow: below('yearsSinceGraduation', (n) =>
    text(`毕业未满${n}年`, `graduated less than ${years(n)} ago`),
  ),
  certificate: holds('certificate', '持技术等级或职业资格证书', 'holds a skill certificate'),
  returnee: holds('returnee', '留学归国', 'has come back from studying abroad'),
  veteran: holds('veteran', '退役军人', 'is a discharged soldier'),
  talentCard: holds('talentCard', '持有效的人才服务卡', 'holds a valid talent card'),
  honoured: holds('honoured', '获省部级以上表彰', 'has been honoured by a province or the nation'),
  noCriminalRecord: holds('noCriminalRecord', '无刑事犯罪记录', 'has no criminal record'),
  wholeFamilyInTown: holds('wholeFamilyInTown', '举家迁徙', 'the whole family lives in town'),
} as const;

export type LeafKey = keyof typeof conditionKeys;
/** The plain keys of a condition with what they are given. */
export type Leaf = { readonly [K in LeafKey]?: GivenOf<(typeof conditionKeys)[K]> | undefined };
