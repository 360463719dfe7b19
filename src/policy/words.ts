import { type Localized, text } from '../language/language.ts';
import type { Address } from './address.ts';
import type { Force } from './document.ts';
import type { Audience, LeverName, Route, RouteTold, routeNames, Service } from './law.ts';

/** The field's words for the codes of the law, in both languages. */

type KnownRouteName = (typeof routeNames)[number];

export const routeWords: Readonly<Record<KnownRouteName, Localized>> = {
  'zero-threshold': text('零门槛落户', 'zero threshold'),
  'stable-dwelling': text('合法稳定住所（含租赁）', 'stable dwelling, leases included'),
  kin: text('投靠亲属', 'joining kin'),
  owner: text('自有住房', 'home owner'),
  business: text('投资经商', 'business owner'),
  'public-employee': text('机关企事业人员', 'public employee'),
  job: text('合法稳定就业', 'stable job'),
  graduate: text('高校毕业生', 'graduate'),
  talent: text('人才与技能人员', 'talent or skill certificate'),
  student: text('在校学生迁入', 'student at admission'),
  'student-at-origin': text('学生原籍转城镇户籍', 'student, urban register at origin'),
  veteran: text('退役军人', 'veteran'),
  'long-stay': text('长期居住就业', 'long stay'),
  'whole-family': text('举家迁徙', 'whole family in town'),
  'key-groups': text('重点人群', 'key groups'),
  'collective-address': text('社区集体户', 'community collective household'),
  points: text('积分落户', 'points'),
};

/** The code of a route, and the name its document gives it, if any. */
interface Called {
  readonly name: string;
  readonly called?: Localized | null | undefined;
}

const known = (name: string): Localized | null =>
  Object.hasOwn(routeWords, name) ? routeWords[name as KnownRouteName] : null;

/** What readers call a route, inside a sentence: as its document does, else by the field's words. */
export const routeName = ({ name, called }: Called): Localized => called ?? known(name) ?? text(name, name);

/** The same standing alone, in a legend or a cell: the field's words begin with a capital, a document's own stay as they are. */
export function routeTitle({ name, called }: Called): Localized {
  const { zh, en } = routeName({ name, called });
  return text(zh, called || known(name) === null ? en : `${en[0].toUpperCase()}${en.slice(1)}`);
}

/** A route as results tell it: the name goes with it where the field has no word for it, or the document has another. */
export function routeTold({
  name,
  document,
  clause,
  called,
}: Omit<RouteTold, 'called'> & Pick<Route, 'called'>): RouteTold {
  const words = known(name);
  const isTheirs = words === null || words.zh !== called.zh || words.en !== called.en;
  return { name, document, clause, ...(isTheirs ? { called } : {}) };
}

export const addressWords: Readonly<Record<Address, Localized>> = {
  'own-dwelling': text('自有住房', 'the own dwelling'),
  kin: text('亲属户', "the relative's household"),
  'public-rental': text('公租房', 'the public rental dwelling'),
  'place-of-residence': text('实际居住地', 'the place of residence'),
  'employer-collective': text('单位集体户', "the employer's collective register"),
  'community-collective': text('社区集体户', "the community's collective register"),
};

export const serviceWords: Readonly<Record<Service, Localized>> = {
  schooling: text('义务教育', 'compulsory schooling'),
  exams: text('升学考试', 'entrance examinations'),
  medical: text('医疗保险', 'medical insurance'),
  pension: text('养老保险', 'pension'),
  dibao: text('最低生活保障', 'subsistence allowance'),
  'public-rental': text('公租房', 'public rental dwelling'),
  'rent-subsidy': text('租赁补贴', 'rent subsidy'),
  'housing-fund': text('住房公积金', 'housing fund'),
};

export const forceWords: Readonly<Record<Force, Localized>> = {
  shall: text('规定', 'shall'),
  may: text('鼓励', 'may'),
  explore: text('探索', 'explore'),
};

export const leverWords: Readonly<Record<LeverName, Localized>> = {
  'land.rightsKept': text('落户后保留土地权益', 'land rights kept after settling'),
  'land.paidExit': text('承包地有偿退出', 'paid exit from contracted land'),
  'information.awareness': text('落户政策宣传', 'outreach about settling'),
  'information.landBelief': text('土地权益宣传', 'outreach about land rights'),
  'information.mobilisation': text('上门动员', 'visits by officials'),
  'settlement.paperwork': text('落户手续简化', 'settling made easy'),
  'permit.paperwork': text('居住证手续简化', 'permits made easy'),
  'school.enrolment': text('随迁子女入学', 'schools open to children of incomers'),
  'jobs.growth': text('扩大就业岗位', 'more jobs'),
  'jobs.training': text('职业培训', 'training'),
  'jobs.hiringSubsidy': text('用工补贴', 'hiring subsidy'),
  'jobs.startupLoan': text('创业贷款', 'start-up loans'),
  'statistic.reclassification': text('城乡划分变更', 'reclassification of villages'),
};

export const audienceWords: Readonly<Record<Audience, Localized>> = {
  anyone: text('任何人', 'anyone'),
  rural: text('农村牧区户籍', 'rural register'),
  'registered-here': text('本市户籍', 'registered in the city'),
  settled: text('落户后', 'after settling'),
};

/** Where a clause stands when its document was not read or says nothing: every other place is the document's own number. */
const places: Readonly<Record<string, Localized>> = {
  报道: text('报道', 'press report'),
  假设: text('假设', 'assumption'),
  赤峰文件引用: text('赤峰文件引用', 'quoted by the Chifeng document'),
};

export const placeWords = (at: string): Localized => places[at] ?? text(at, at);

/** Words joined as a list in each language. */
export const joined = (words: readonly Localized[]): Localized => ({
  zh: words.map((w) => w.zh).join('、'),
  en: words.map((w) => w.en).join(', '),
});
