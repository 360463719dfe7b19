import { type Localized, text } from '../language/language.ts';
import {
  educations,
  registerTiers,
  type SexName,
  sexes,
  type TenureName,
  tenures,
  works,
} from '../population/codes.ts';
import { tenureWords } from '../population/words.ts';

/** How somebody is housed in town: by the household's own tenure, or in the dwelling of another person by leave (授权使用、借住). */
export const dwellings = [...tenures, 'lent'] as const;
export type DwellingName = TenureName | 'lent';
export const dwellingWords: Readonly<Record<DwellingName, Localized>> = {
  ...tenureWords,
  lent: text('经授权使用他人住房', "another's by leave"),
};

/** Degrees of those with college schooling; `none` for those of a college of three years (大专), and all others. */
export const degrees = ['none', 'bachelor', 'master', 'doctor'] as const;
export type DegreeName = (typeof degrees)[number];
export const degreeWords: Readonly<Record<DegreeName, Localized>> = {
  none: text('无学位', 'no degree'),
  bachelor: text('学士', "bachelor's"),
  master: text('硕士', "master's"),
  doctor: text('博士', 'doctorate'),
};

/**
 * How the simulation knows a fact: from its columns, by a rule of its own (`read`: off another column, `drawn`: by a lasting draw
 * from a share that is a parameter), or not at all: conditions on it then act in `luohu eligible` alone.
 */
type Source = 'columns' | 'read' | 'drawn' | 'nowhere';

interface FactOf<Kind, Value> {
  readonly is: Kind;
  /** What a household file leaves out stands for; `derived`: worked out from the other facts (household.ts). */
  readonly leftOut: Value | 'derived';
  readonly known: Source;
  readonly about: Localized;
}
interface YesNo extends FactOf<'yes', boolean> {}
interface Amount extends FactOf<'number', number> {
  readonly most?: number;
}
/** Division code; empty where it is not told. */
interface Place extends FactOf<'place', string> {}
interface Choice<T extends string> extends FactOf<'one', T> {
  readonly of: readonly T[];
}

const yes = (leftOut: boolean | 'derived', known: Source, zh: string, en: string): YesNo => ({
  is: 'yes',
  leftOut,
  known,
  about: text(zh, en),
});
const amount = (leftOut: number | 'derived', known: Source, zh: string, en: string, most?: number): Amount => ({
  is: 'number',
  leftOut,
  known,
  about: text(zh, en),
  ...(most === undefined ? {} : { most }),
});
const place = (known: Source, zh: string, en: string): Place => ({
  is: 'place',
  leftOut: '',
  known,
  about: text(zh, en),
});
const one = <const T extends string>(
  of: readonly T[],
  leftOut: T | 'derived',
  known: Source,
  zh: string,
  en: string,
): Choice<T> => ({
  is: 'one',
  of,
  leftOut,
  known,
  about: text(zh, en),
});

/**
 * The facts the law may ask of a person, on the day of applying. One table: the type `Applicant`, the keys of a household file
 * and the table of keys in the guide are made from it, and the simulation must give every fact.
 */
export const facts = {
  tier: one(
    registerTiers,
    'same-city',
    'columns',
    '户籍地，从申请地看',
    'where the register lies, seen from the place of applying',
  ),
  registeredRural: yes(true, 'columns', '农村牧区户籍', 'the register is a village one'),
  registerPlace: place('columns', '户籍所在区县（代码）', 'division of the city where the register lies, by its code'),
  registeredInDistrict: yes(
    false,
    'columns',
    '户籍在本市市辖区',
    'the register lies in an urban district of this city',
  ),
  livesInTown: yes(true, 'columns', '在申请地城镇居住', 'lives in a town of the place of applying'),
  worksInTown: yes('derived', 'read', '在申请地城镇工作', 'works in a town of the place of applying, wherever living'),
  schooledHere: yes(
    'derived',
    'read',
    '本人或子女在申请地有学籍',
    'holds a school place in the place of applying, or a child does',
  ),
  age: amount('derived', 'columns', '年龄', 'age', 120),
  sex: one<SexName>(sexes, 'male', 'columns', '性别', 'sex'),
  married: yes('derived', 'columns', '已婚', 'is married'),
  familySize: amount('derived', 'columns', '家庭人数', 'persons of the family'),
  yearsInTown: amount(0, 'columns', '在当地城镇连续居住年数', 'years of unbroken residence in the town'),
  hasPermit: yes(false, 'columns', '持有效居住证', 'holds a valid residence permit'),
  permitYears: amount(0, 'columns', '连续持居住证年数', 'years a permit has been held without a break'),
  dwelling: one<DwellingName>(dwellings, 'none', 'columns', '城镇住所', 'dwelling in town'),
  leaseMonths: amount(0, 'columns', '现租约连续月数', 'months of the present lease without a break'),
  leaseRegistered: yes('derived', 'drawn', '租赁已登记备案', 'the lease is registered with the housing authority'),
  floorArea: amount('derived', 'drawn', '住房建筑面积（平方米）', 'floor area of the dwelling, m2'),
  housingNeed: yes('derived', 'drawn', '住房困难', 'is short of housing'),
  incomePerHead: amount('derived', 'nowhere', '家庭人均月收入（元）', 'monthly income of the family a head, yuan'),
  work: one(works, 'none', 'columns', '工作', 'work'),
  insuredYears: amount(0, 'columns', '参加城镇职工社会保险年数', 'years in the urban employee schemes'),
  licensed: yes(false, 'read', '持营业执照和税务登记证', 'holds a business licence and tax registration'),
  publicEmployee: yes(false, 'drawn', '机关、事业、国企、社团人员', 'is on the staff of a public body or state firm'),
  education: one(educations, 'junior', 'columns', '学历', 'highest schooling attended'),
  degree: one<DegreeName>(degrees, 'none', 'drawn', '学位', 'degree'),
  vocational: yes(false, 'drawn', '高中阶段为中等职业学校', 'the senior secondary school is a vocational one'),
  yearsSinceGraduation: amount('derived', 'read', '毕业年数', 'full years since graduation'),
  certificate: yes(false, 'drawn', '持技术等级或职业资格证书', 'holds a skill certificate'),
  returnee: yes(false, 'drawn', '留学归国', 'has come back from studying abroad'),
  veteran: yes(false, 'drawn', '退役军人', 'is a discharged soldier'),
  talentCard: yes(false, 'drawn', '持有效的人才服务卡', 'holds a valid talent card'),
  honoured: yes(false, 'nowhere', '获省部级以上表彰', 'has been honoured by a province or the nation'),
  noCriminalRecord: yes(true, 'nowhere', '无刑事犯罪记录', 'has no criminal record'),
  wholeFamilyInTown: yes('derived', 'columns', '举家在当地城镇居住', 'every member of the family lives in this town'),
} as const satisfies Record<string, YesNo | Amount | Place | Choice<string>>;

export type FactName = keyof typeof facts;
type ValueOf<F> = F extends YesNo
  ? boolean
  : F extends Amount
    ? number
    : F extends Place
      ? string
      : F extends Choice<infer T>
        ? T
        : never;

/** The facts of one person. Numbers that are not known are NaN, which meets no condition; a graduation that never was is infinite. */
export type Facts = { -readonly [K in FactName]: ValueOf<(typeof facts)[K]> };

/** What a fact stands for where a household file leaves it out, of those that are not derived. */
export const leftOutOf = <K extends FactName>(name: K): Facts[K] => facts[name].leftOut as Facts[K];

/** Each fact of a person: one small function a fact, so that the engine keeps them fast. */
export const factOf: { readonly [K in FactName]: (of: Readonly<Facts>) => Facts[K] } = {
  tier: (of) => of.tier,
  registeredRural: (of) => of.registeredRural,
  registerPlace: (of) => of.registerPlace,
  registeredInDistrict: (of) => of.registeredInDistrict,
  livesInTown: (of) => of.livesInTown,
  worksInTown: (of) => of.worksInTown,
  schooledHere: (of) => of.schooledHere,
  age: (of) => of.age,
  sex: (of) => of.sex,
  married: (of) => of.married,
  familySize: (of) => of.familySize,
  yearsInTown: (of) => of.yearsInTown,
  hasPermit: (of) => of.hasPermit,
  permitYears: (of) => of.permitYears,
  dwelling: (of) => of.dwelling,
  leaseMonths: (of) => of.leaseMonths,
  leaseRegistered: (of) => of.leaseRegistered,
  floorArea: (of) => of.floorArea,
  housingNeed: (of) => of.housingNeed,
  incomePerHead: (of) => of.incomePerHead,
  work: (of) => of.work,
  insuredYears: (of) => of.insuredYears,
  licensed: (of) => of.licensed,
  publicEmployee: (of) => of.publicEmployee,
  education: (of) => of.education,
  degree: (of) => of.degree,
  vocational: (of) => of.vocational,
  yearsSinceGraduation: (of) => of.yearsSinceGraduation,
  certificate: (of) => of.certificate,
  returnee: (of) => of.returnee,
  veteran: (of) => of.veteran,
  talentCard: (of) => of.talentCard,
  honoured: (of) => of.honoured,
  noCriminalRecord: (of) => of.noCriminalRecord,
  wholeFamilyInTown: (of) => of.wholeFamilyInTown,
};
