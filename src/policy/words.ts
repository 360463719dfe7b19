import type { LocalName } from '../scenario/city-data.ts';
import type { Address } from './address.ts';
import type { Force, RelativeName } from './document.ts';
import type { Audience, LeverName, RouteName, Service } from './law.ts';

/** The field's words for the codes of the law, in both languages. */
const word = (zh: string, en: string): LocalName => ({ zh, en });

export const routeWords: Readonly<Record<RouteName, LocalName>> = {
  'zero-threshold': word('零门槛', 'zero threshold'),
  'stable-dwelling': word('合法稳定住所', 'legal stable dwelling'),
  kin: word('投靠亲属', 'joining kin'),
  owner: word('自有住房', 'owned dwelling'),
  business: word('投资经商', 'business'),
  'public-employee': word('机关企事业人员', 'public staff'),
  job: word('合法稳定就业', 'legal stable job'),
  graduate: word('应届毕业生', 'new graduate'),
  talent: word('人才', 'talent'),
  student: word('入学转户', 'student at admission'),
  'student-at-origin': word('原籍学生', 'student at the place of origin'),
  veteran: word('退役军人', 'discharged soldier'),
  'long-stay': word('长期居住', 'long stay'),
  'whole-family': word('举家迁徙', 'whole family'),
  'key-groups': word('重点群体', 'key groups'),
  'collective-address': word('集体户', 'collective register'),
};

export const relativeWords: Readonly<Record<RelativeName, LocalName>> = {
  spouse: word('配偶', 'spouse'),
  children: word('子女', 'children'),
  grandchildren: word('孙子女（外孙子女）', 'grandchildren'),
  'own-parents': word('父母', 'own parents'),
  'spouse-parents': word('配偶父母', "spouse's parents"),
};

export const addressWords: Readonly<Record<Address, LocalName>> = {
  'own-dwelling': word('自有住房', 'the own dwelling'),
  kin: word('亲属户', "the relative's household"),
  'public-rental': word('公租房', 'the public rental dwelling'),
  'place-of-residence': word('实际居住地', 'the place of residence'),
  'employer-collective': word('单位集体户', "the employer's collective register"),
  'community-collective': word('社区集体户', "the community's collective register"),
};

export const serviceWords: Readonly<Record<Service, LocalName>> = {
  schooling: word('义务教育', 'compulsory schooling'),
  exams: word('升学考试', 'entrance examinations'),
  medical: word('医疗保险', 'medical insurance'),
  pension: word('养老保险', 'pension'),
  dibao: word('最低生活保障', 'subsistence allowance'),
  'public-rental': word('公租房', 'public rental dwelling'),
  'rent-subsidy': word('租赁补贴', 'rent subsidy'),
  'housing-fund': word('住房公积金', 'housing fund'),
};

export const forceWords: Readonly<Record<Force, LocalName>> = {
  shall: word('规定', 'shall'),
  may: word('鼓励', 'may'),
  explore: word('探索', 'explore'),
};

export const leverWords: Readonly<Record<LeverName, LocalName>> = {
  'land.rightsKept': word('落户后保留土地权益', 'land rights kept after settling'),
  'land.paidExit': word('承包地有偿退出', 'paid exit from contracted land'),
  'information.awareness': word('落户政策宣传', 'outreach about settling'),
  'information.landBelief': word('土地权益宣传', 'outreach about land rights'),
  'information.mobilisation': word('上门动员', 'visits by officials'),
  'settlement.paperwork': word('落户手续简化', 'settling made easy'),
  'permit.paperwork': word('居住证手续简化', 'permits made easy'),
  'school.enrolment': word('随迁子女入学', 'schools open to children of incomers'),
  'jobs.growth': word('扩大就业岗位', 'more jobs'),
  'jobs.training': word('职业培训', 'training'),
  'jobs.hiringSubsidy': word('用工补贴', 'hiring subsidy'),
  'jobs.startupLoan': word('创业贷款', 'start-up loans'),
  'statistic.reclassification': word('城乡划分变更', 'reclassification of villages'),
};

export const audienceWords: Readonly<Record<Audience, LocalName>> = {
  anyone: word('任何人', 'anyone'),
  rural: word('农村牧区户籍', 'rural register'),
  'registered-here': word('本市户籍', 'registered in the city'),
  settled: word('落户后', 'after settling'),
};

/** Where a clause stands when its document was not read or says nothing: every other place is the document's own number. */
const places: Readonly<Record<string, LocalName>> = {
  报道: word('报道', 'press report'),
  假设: word('假设', 'assumption'),
  赤峰文件引用: word('赤峰文件引用', 'quoted by the Chifeng document'),
};

export const placeWords = (at: string): LocalName => places[at] ?? word(at, at);

/** Words joined as a list in each language. */
export const joined = (words: readonly LocalName[]): LocalName => ({
  zh: words.map((w) => w.zh).join('、'),
  en: words.map((w) => w.en).join(', '),
});
