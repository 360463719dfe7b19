import { type Localized, text } from '../language/language.ts';
import type { SettlementTerm } from '../process/settlement/utility.ts';
import type { Finding } from './findings.ts';
import type { Gate, PlaceName } from './trace.ts';

/** Words for what a life course tells, in both languages; those for the codes are the population's. */

export const alternativeWords: Readonly<Record<PlaceName, Localized>> = {
  home: text('留在家中', 'stay at home'),
  town: text('本县城镇', 'own county town'),
  city: text('中心城区', 'central city'),
  province: text('省内市外', 'rest of the province'),
  nation: text('省外', 'other provinces'),
};

export const termWords: Readonly<Record<SettlementTerm, Localized>> = {
  schooling: text('受教育年限', 'schooling'),
  age: text('40岁以上', 'age above 40'),
  yearsInTown: text('在城年数', 'years in town'),
  serviceGain: text('公共服务差距', 'service gap'),
  hassle: text('手续负担', 'paperwork'),
  peers: text('同村已落户者', 'peers settled'),
  insured: text('职工保险', 'employee insurance'),
  owns: text('在城自有住房', 'owns in town'),
  homestead: text('宅基地', 'homestead'),
  herder: text('牧户', 'pastoral household'),
  land: text('承包地', 'land'),
  landBelief: text('相信须退地', 'believes land is lost'),
  exitIncome: text('有偿退出收入', 'paid exit'),
  schoolChild: text('在城学龄子女', 'school child in town'),
};

export const gateWords: Readonly<Record<Gate, Localized>> = {
  indifferent: text('认为户口无差别', 'sees no difference between the registers'),
  'not-willing': text('不愿意', 'not willing'),
  'not-firm': text('愿意但不坚定', 'willing but not firm'),
  'did-not-act': text('坚定但当年没有办理', 'firm but did not act this year'),
  'no-open-route': text('要办理，但没有可走的途径', 'acted, but no route was open'),
};

export const findingWords: Readonly<Record<Finding, Localized>> = {
  settled: text('落户', 'settled'),
  moved: text('迁出家乡住处', 'moved away from home'),
  returned: text('返回', 'returned'),
  'left-behind': text('留守子女', 'children left behind'),
  waiting: text('公租房轮候', 'waiting for public rental'),
  unserved: text('没有学位', 'without a school place'),
};

/** How somebody leaves the population, by the step of the year. */
export const goneWords: Readonly<Record<string, Localized>> = {
  education: text('升学迁出户口', 'took the register along to college'),
  departure: text('离开本市', 'left the city'),
  'register doors': text('户口迁往市外', 'moved the register out of the city'),
};

/** Why somebody moved, by the step of the year. */
export const moveWords: Readonly<Record<string, Localized>> = {
  'place and who moves': text('迁移', 'moved'),
  'joining up': text('与家人团聚', 'joined the family'),
  return: text('返回', 'returned'),
  education: text('外出上大学', 'went to college'),
  unions: text('随母亲再婚迁居', "moved with the mother's marriage"),
  school: text('没有学位，送回', 'was sent back for want of a school place'),
};
