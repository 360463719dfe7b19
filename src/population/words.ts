import { type Localized, text } from '../language/language.ts';
import type {
  EducationName,
  EventKindName,
  RegisterTierName,
  RoleName,
  SchoolStageName,
  SexName,
  TenureName,
  WorkName,
} from './codes.ts';

/** The field's words for the codes, in both languages: law, life courses, tables and charts take them from here. */

export const sexWords: Readonly<Record<SexName, Localized>> = {
  male: text('男', 'male'),
  female: text('女', 'female'),
};

export const stageWords: Readonly<Record<SchoolStageName, Localized>> = {
  preschool: text('学前', 'preschool'),
  primary: text('小学', 'primary'),
  junior: text('初中', 'junior secondary'),
  senior: text('高中阶段', 'senior secondary'),
};

export const educationWords: Readonly<Record<EducationName, Localized>> = {
  none: text('未上学', 'none'),
  primary: stageWords.primary,
  junior: stageWords.junior,
  senior: stageWords.senior,
  college: text('大专及以上', 'college'),
};

/** As what somebody is or does: "is in formal work". */
export const workWords: Readonly<Record<WorkName, Localized>> = {
  none: text('不工作', 'not working'),
  farm: text('务农', 'farming'),
  informal: text('未签合同的工作', 'in informal work'),
  formal: text('签合同的工作', 'in formal work'),
  'self-employed': text('自营', 'self-employed'),
  student: text('高中或大学在读', 'in senior school or college'),
  retired: text('退休', 'retired'),
  seeking: text('求职', 'looking for work'),
};

export const roleWords: Readonly<Record<RoleName, Localized>> = {
  head: text('户主', 'head'),
  spouse: text('配偶', 'spouse'),
  child: text('子女', 'child'),
  parent: text('父母', 'parent'),
  grandchild: text('孙辈', 'grandchild'),
  other: text('其他成员', 'other member'),
  collective: text('集体户成员', 'member'),
};

/** Of the dwelling in town. */
export const tenureWords: Readonly<Record<TenureName, Localized>> = {
  none: text('无城镇住房', 'none in town'),
  employer: text('单位提供', "employer's"),
  'private-rent': text('市场租赁', 'private rent'),
  'public-rental': text('公租房', 'public rental'),
  own: text('自有', 'own'),
};

/** Where the register came from, as a heading; the law says it in sentences of its own. */
export const registerTierWords: Readonly<Record<RegisterTierName, Localized>> = {
  'same-county': text('本县', 'same county'),
  'same-city': text('本市其他县', 'same city'),
  'same-province': text('本省其他市', 'same province'),
  'other-province': text('外省', 'other province'),
};

/** What happens to people, as a diary notes it. */
export const eventWords: Readonly<Record<EventKindName, Localized>> = {
  birth: text('出生', 'birth'),
  death: text('死亡', 'death'),
  arrival: text('市外户籍者迁入', 'arrival of an outsider'),
  departure: text('市外户籍者离开', 'departure of an outsider'),
  'out-migration': text('流出', 'out-migration'),
  'return-migration': text('返乡', 'return migration'),
  move: text('市内迁移', 'move inside the city'),
  union: text('结婚', 'union'),
  permit: text('签发居住证', 'residence permit'),
  settlement: text('落户', 'settlement'),
  'register-out': text('户籍迁出', 'register moved out'),
  'student-register-out': text('学生户籍迁出', "student's register moved out"),
  'residence-reclassified': text('居住地改为城镇', 'place of living reclassified'),
  'register-reclassified': text('户籍地改为城镇', 'place of register reclassified'),
  'residence-turned-village': text('居住地改为乡村', 'place of living counted as a village'),
  'student-register-in': text('学生户籍迁入', "student's register brought in"),
  'register-set-right': text('户籍订正为城镇', 'register set right as one of a town'),
};
