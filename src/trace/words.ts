import type { SettlementTerm } from '../process/settlement/utility.ts';
import type { LocalName } from '../scenario/city-data.ts';
import type { ActivityName, MemberFacts, RoleName, TenureName } from './facts.ts';
import type { Finding } from './findings.ts';
import type { SchoolStage } from './school.ts';
import type { Gate, PlaceName } from './trace.ts';

/** Words for the codes of a life course, in both languages. */
const word = (zh: string, en: string): LocalName => ({ zh, en });

export const roleWords: Readonly<Record<RoleName, LocalName>> = {
  head: word('户主', 'head'),
  spouse: word('配偶', 'spouse'),
  child: word('子女', 'child'),
  parent: word('父母', 'parent'),
  grandchild: word('孙辈', 'grandchild'),
  other: word('其他成员', 'other member'),
  collective: word('集体户成员', 'member'),
};

export const sexWords: Readonly<Record<MemberFacts['sex'], LocalName>> = {
  male: word('男', 'male'),
  female: word('女', 'female'),
};

export const activityWords: Readonly<Record<ActivityName, LocalName>> = {
  none: word('不工作', 'not working'),
  farm: word('务农', 'farming'),
  informal: word('未签合同的工作', 'informal work'),
  formal: word('签合同的工作', 'formal work'),
  'self-employed': word('自营', 'self-employed'),
  student: word('高中或大学在读', 'in senior school or college'),
  retired: word('退休', 'retired'),
  seeking: word('求职', 'looking for work'),
};

export const tenureWords: Readonly<Record<TenureName, LocalName>> = {
  none: word('在城镇无住房', 'no dwelling in town'),
  employer: word('单位住房', "an employer's dwelling"),
  'private-rent': word('私人租房', 'private rent'),
  'public-rental': word('公租房', 'public rental'),
  own: word('自有住房', 'an own dwelling'),
};

export const stageWords: Readonly<Record<SchoolStage, LocalName>> = {
  preschool: word('学前', 'preschool'),
  primary: word('小学', 'primary school'),
  junior: word('初中', 'junior secondary school'),
  senior: word('高中', 'senior secondary school'),
};

export const alternativeWords: Readonly<Record<PlaceName, LocalName>> = {
  home: word('留在家中', 'stay at home'),
  town: word('本县城镇', 'own county town'),
  centre: word('中心城区', 'central city'),
  province: word('省内市外', 'rest of the province'),
  nation: word('省外', 'other provinces'),
};

export const termWords: Readonly<Record<SettlementTerm, LocalName>> = {
  schooling: word('受教育年限', 'schooling'),
  age: word('40岁以上', 'age above 40'),
  yearsInTown: word('在城年数', 'years in town'),
  serviceGain: word('公共服务差距', 'service gap'),
  hassle: word('手续负担', 'paperwork'),
  peers: word('同村已落户者', 'peers settled'),
  insured: word('职工保险', 'employee insurance'),
  owns: word('在城自有住房', 'owns in town'),
  homestead: word('宅基地', 'homestead'),
  herder: word('牧户', 'pastoral household'),
  land: word('承包地', 'land'),
  landBelief: word('相信须退地', 'believes land is lost'),
  exitIncome: word('有偿退出收入', 'paid exit'),
  schoolChild: word('在城学龄子女', 'school child in town'),
};

export const gateWords: Readonly<Record<Gate, LocalName>> = {
  indifferent: word('认为户口无差别', 'sees no difference between the registers'),
  'not-willing': word('不愿意', 'not willing'),
  'not-firm': word('愿意但不坚定', 'willing but not firm'),
  'did-not-act': word('坚定但当年没有办理', 'firm but did not act this year'),
  'no-open-route': word('要办理，但没有可走的途径', 'acted, but no route was open'),
};

export const findingWords: Readonly<Record<Finding, LocalName>> = {
  settled: word('落户', 'settled'),
  moved: word('迁出家乡住处', 'moved away from home'),
  returned: word('返回', 'returned'),
  'left-behind': word('留守子女', 'children left behind'),
  waiting: word('公租房轮候', 'waiting for public rental'),
  unserved: word('没有学位', 'without a school place'),
};

/** How somebody leaves the population, by the step of the year. */
export const goneWords: Readonly<Record<string, LocalName>> = {
  education: word('升学迁出户口', 'took the register along to college'),
  departure: word('离开本市', 'left the city'),
  'register doors': word('户口迁往市外', 'moved the register out of the city'),
};

/** Why somebody moved, by the step of the year. */
export const moveWords: Readonly<Record<string, LocalName>> = {
  'place and who moves': word('迁移', 'moved'),
  'joining up': word('与家人团聚', 'joined the family'),
  return: word('返回', 'returned'),
  education: word('外出上大学', 'went to college'),
  unions: word('随母亲再婚迁居', "moved with the mother's marriage"),
  school: word('没有学位，送回', 'was sent back for want of a school place'),
};
