import type { Language, Localized } from '../language/language.ts';
import type { RouteName } from '../policy/law.ts';

const routes: Readonly<Record<RouteName, Localized>> = {
  'zero-threshold': { zh: '零门槛落户', en: 'Zero threshold' },
  'stable-dwelling': { zh: '合法稳定住所（含租赁）', en: 'Stable dwelling, leases included' },
  kin: { zh: '投靠亲属', en: 'Joining kin' },
  owner: { zh: '自有住房', en: 'Home owner' },
  business: { zh: '投资经商', en: 'Business owner' },
  'public-employee': { zh: '机关事业单位录用', en: 'Public employee' },
  job: { zh: '合法稳定就业', en: 'Stable job' },
  graduate: { zh: '高校毕业生', en: 'Graduate' },
  talent: { zh: '人才与技能人员', en: 'Talent or skill certificate' },
  student: { zh: '在校学生迁入', en: 'Student at admission' },
  'student-at-origin': { zh: '学生原籍转城镇户籍', en: 'Student, urban register at origin' },
  veteran: { zh: '退役军人', en: 'Veteran' },
  'long-stay': { zh: '长期居住就业', en: 'Long stay' },
  'whole-family': { zh: '举家迁徙', en: 'Whole family in town' },
  'key-groups': { zh: '重点人群', en: 'Key groups' },
  'collective-address': { zh: '社区集体户', en: 'Community collective household' },
  points: { zh: '积分落户', en: 'Points' },
};

/** Name of a legal route for readers; a route of a later law shows its own name. */
export const routeLabel = (route: string, lang: Language): string =>
  Object.hasOwn(routes, route) ? routes[route as RouteName][lang] : route;
