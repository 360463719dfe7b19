import { type Localized, text } from '../language/language.ts';
import type { Address } from './address.ts';
import type { Force } from './document.ts';
import type { Audience, LeverName, RouteName, routeNames, Service } from './law.ts';

/** The field's words for the codes of the law, in both languages. */

type KnownRouteName = (typeof routeNames)[number];

export const routeWords: Readonly<Record<KnownRouteName, Localized>> = {
  'zero-threshold': text('零门槛', 'zero threshold'),
  'stable-dwelling': text('合法稳定住所', 'legal stable dwelling'),
  kin: text('投靠亲属', 'joining kin'),
  owner: text('自有住房', 'owned dwelling'),
  business: text('投资经商', 'business'),
  'public-employee': text('机关企事业人员', 'public staff'),
  job: text('合法稳定就业', 'legal stable job'),
  graduate: text('应届毕业生', 'new graduate'),
  talent: text('人才', 'talent'),
  student: text('入学转户', 'student at admission'),
  'student-at-origin': text('原籍学生', 'student at the place of origin'),
  veteran: text('退役军人', 'discharged soldier'),
  'long-stay': text('长期居住', 'long stay'),
  'whole-family': text('举家迁徙', 'whole family'),
  'key-groups': text('重点群体', 'key groups'),
  'collective-address': text('集体户', 'collective register'),
  points: text('积分落户', 'points'),
};

/** What readers call a route. */
export const routeName = ({
  name,
  called,
}: {
  readonly name: RouteName;
  readonly called: Localized | null;
}): Localized => called ?? routeWords[name as KnownRouteName] ?? text(name, name);

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
