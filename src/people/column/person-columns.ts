import { groupOf } from '../../indicator/count-served.ts';
import { servedGroups } from '../../indicator/names.ts';
import { LEFT_BEHIND_AGE, PENSION_AGE, PENSION_YEARS } from '../../indicator/tally.ts';
import { text } from '../../language/language.ts';
import {
  educations,
  isInCity,
  NONE,
  Presence,
  registerTiers,
  roles,
  schoolStages,
  sexes,
  Work,
  works,
} from '../../population/codes.ts';
import {
  educationWords,
  registerTierWords,
  roleWords,
  sexWords,
  stageWords,
  workWords,
} from '../../population/words.ts';
import { tierIndex } from '../../process/register/register-tier.ts';
import { personIdentity } from '../person-identity.ts';
import {
  ageGroupOf,
  ageGroups,
  areaIndex,
  areaLabels,
  kindOfPlace,
  kindsOfPlace,
  routeLabels,
  routeReader,
  sides,
  statuses,
} from './codes.ts';
import { columnsOf, labelsOf, linked, type View, yearOf } from './column.ts';

/** Age from which somebody is no longer a child whose parents are asked for. */
const GROWN = 18;

const columns = ({ people }: View) => people.persons.columns;

/** Stage of schooling: of those of 15-17 the enrolled alone. */
function stageOf(age: number, work: number): number {
  if (age < 3 || age > 17) return Number.NaN;
  if (age < 6) return 0;
  if (age < 12) return 1;
  if (age < 15) return 2;
  return work === Work.student ? 3 : Number.NaN;
}

const schemes = ['employee', 'employee-pension', 'resident'] as const;
const parentPlaces = ['both', 'mother', 'father', 'neither'] as const;
const entries = ['base', 'arrived', 'born'] as const;

/** Persons: everybody who lives in the city or is registered in it. */
export const personColumns = columnsOf({
  person_id: {
    label: text('人的标识', 'Person identity'),
    definition: text(
      '人的标识，同一种子、抽样和重复次序的各情景中相同',
      'Identity of the person, the same in every scenario of one seed, sample and replicate',
    ),
    type: 'identity',
    open(view) {
      const { identity, lineage } = columns(view);
      return (i) => personIdentity(identity[i], lineage[i]);
    },
  },
  entered: {
    label: text('来源', 'How they entered'),
    definition: text('基年已在、此后迁入或出生', 'There in the base year, arrived later or born later'),
    labels: labelsOf(entries, {
      base: text('基年已在', 'there in the base year'),
      arrived: text('迁入', 'arrived later'),
      born: text('出生', 'born later'),
    }),
    open(view) {
      const { identity, lineage } = columns(view);
      return (i) => (lineage[i] > 0 ? 2 : identity[i] >= 2 ** 31 ? 1 : 0);
    },
  },
  sex: {
    label: text('性别', 'Sex'),
    definition: text('男或女', 'Male or female'),
    labels: labelsOf(sexes, sexWords),
    open: (view) => {
      const { sex } = columns(view);
      return (i) => sex[i];
    },
  },
  age: {
    label: text('年龄', 'Age'),
    definition: text(
      '年末的周岁，100表示100岁及以上',
      'Completed years at the year end, 100 standing for 100 and over',
    ),
    unit: 'years',
    open: (view) => {
      const { age } = columns(view);
      return (i) => age[i];
    },
  },
  age_group: {
    label: text('年龄组', 'Age group'),
    definition: text('五岁一组的年龄，85岁及以上为一组', 'Age in groups of five years, 85 and over in one'),
    labels: ageGroups,
    open: (view) => {
      const { age } = columns(view);
      return (i) => ageGroupOf(age[i]);
    },
  },
  education: {
    label: text('受教育程度', 'Schooling'),
    definition: text('上过的最高一级学校', 'Highest level of schooling attended'),
    labels: labelsOf(educations, educationWords),
    open: (view) => {
      const { education } = columns(view);
      return (i) => education[i];
    },
  },
  work: {
    label: text('工作', 'Work'),
    definition: text(
      '年末所做的工作；高中以下的在校儿童为不工作',
      'What the person does at the year end; children below senior secondary school do not work',
    ),
    labels: labelsOf(works, workWords),
    open: (view) => {
      const { work } = columns(view);
      return (i) => work[i];
    },
  },
  school_stage: {
    gaps: true,
    label: text('学段', 'School stage'),
    definition: text(
      '按年龄的学段，15–17岁只计在校者；其余为空',
      'Stage of school by age, at 15-17 of the enrolled alone; empty for all others',
    ),
    labels: labelsOf(schoolStages, stageWords),
    open: (view) => {
      const { age, work } = columns(view);
      return (i) => stageOf(age[i], work[i]);
    },
  },
  insurance: {
    label: text('社会保险', 'Social insurance'),
    definition: text(
      '在职参加职工保险，领取职工养老金（60岁及以上、缴费满15年），或属居民保险',
      'Employee insurance at work, an employee pension (60 and over with 15 years of contributions), or the insurance of residents',
    ),
    labels: labelsOf(schemes, {
      employee: text('职工参保', 'employee insurance'),
      'employee-pension': text('职工养老金', 'employee pension'),
      resident: text('居民保险', 'resident insurance'),
    }),
    open: (view) => {
      const { age, work, insuredYears } = columns(view);
      return (i) => {
        if (work[i] === Work.formal) return 0;
        return age[i] >= PENSION_AGE && insuredYears[i] >= PENSION_YEARS ? 1 : 2;
      };
    },
  },
  insured_years: {
    label: text('职工保险缴费年数', 'Years insured'),
    definition: text('参加城镇职工保险的年数', 'Years in the urban employee schemes'),
    unit: 'years',
    open: (view) => {
      const { insuredYears } = columns(view);
      return (i) => insuredYears[i];
    },
  },
  household_role: {
    label: text('与户主关系', 'Role in the household'),
    definition: text('在家庭户中相对户主夫妇的位置', 'Position in the household relative to its reference couple'),
    labels: labelsOf(roles, roleWords),
    open: (view) => {
      const { role } = columns(view);
      return (i) => role[i];
    },
  },
  household_id: {
    label: text('户的标识', 'Household identity'),
    definition: text(
      '所属家庭户或集体户的标识；模拟期内分立或迁入的户小于零',
      'Identity of the family or collective household; below zero for those founded or arrived during the run',
    ),
    type: 'identity',
    open: (view) => {
      const { household } = columns(view);
      return (i) => view.identities.of(household[i]);
    },
  },
  mother_id: {
    gaps: true,
    label: text('母亲的标识', 'Identity of the mother'),
    definition: text('母亲的标识，不在人口中则为空', 'Identity of the mother, empty where she is not known'),
    type: 'identity',
    open: (view) => linked(view.people, columns(view).mother),
  },
  father_id: {
    gaps: true,
    label: text('父亲的标识', 'Identity of the father'),
    definition: text('父亲的标识，不在人口中则为空', 'Identity of the father, empty where he is not known'),
    type: 'identity',
    open: (view) => linked(view.people, columns(view).father),
  },
  spouse_id: {
    gaps: true,
    label: text('配偶的标识', 'Identity of the spouse'),
    definition: text('配偶的标识，没有则为空', 'Identity of the spouse, empty where there is none'),
    type: 'identity',
    open: (view) => linked(view.people, columns(view).spouse),
  },
  residence_area: {
    label: text('居住地', 'Area of residence'),
    definition: text(
      '年末居住的县区，或市外',
      'County or district the person lives in at the year end, or outside the city',
    ),
    labels: areaLabels,
    open: (view) => {
      const { residenceArea } = columns(view);
      return (i) => areaIndex(residenceArea[i], view.place);
    },
  },
  residence_side: {
    gaps: true,
    label: text('居住地城乡', 'Side of residence'),
    definition: text(
      '住在城镇或村，市外为空',
      'Whether the person lives in a town or a village, empty outside the city',
    ),
    labels: sides,
    open: (view) => {
      const { residenceArea, residenceUrban } = columns(view);
      return (i) => (isInCity(residenceArea[i]) ? residenceUrban[i] : Number.NaN);
    },
  },
  residence_place: {
    label: text('居住地类型', 'Kind of place'),
    definition: text('村、县城和镇、中心城区或市外', 'Village, county town, central city or outside the city'),
    labels: kindsOfPlace,
    open: (view) => {
      const { residenceArea, residenceUrban } = columns(view);
      return (i) => kindOfPlace(residenceArea[i], residenceUrban[i], view.place);
    },
  },
  arrival_year: {
    gaps: true,
    label: text('到达年', 'Year of arrival'),
    definition: text(
      '迁到现居地的年份，生于此地或久居则为空',
      'Year of arrival at the present place, empty for those born there or there since before anybody remembers',
    ),
    unit: 'year',
    open: (view) => yearOf(columns(view).arrivalYear),
  },
  years_here: {
    gaps: true,
    label: text('居住年数', 'Years of residence'),
    definition: text('到达现居地以来的年数', 'Years since arrival at the present place'),
    unit: 'years',
    open: (view) => {
      const { arrivalYear } = columns(view);
      return (i) => (arrivalYear[i] === 0 ? Number.NaN : view.year - arrivalYear[i]);
    },
  },
  register_area: {
    label: text('户籍地', 'Area of register'),
    definition: text(
      '年末户籍所在的县区，或市外',
      'County or district of the register at the year end, or outside the city',
    ),
    labels: areaLabels,
    open: (view) => {
      const { registerArea } = columns(view);
      return (i) => areaIndex(registerArea[i], view.place);
    },
  },
  register_side: {
    label: text('户籍地城乡', 'Side of register'),
    definition: text('户籍登记在城镇或村', 'Whether the register is kept in a town or a village'),
    labels: sides,
    open: (view) => {
      const { registerUrban } = columns(view);
      return (i) => registerUrban[i];
    },
  },
  register_kind: {
    label: text('户口性质', 'Kind of register'),
    definition: text('统一登记前的户口性质', 'Kind of the register before registers were unified'),
    labels: labelsOf(['agricultural', 'non-agricultural'], {
      agricultural: text('农业', 'agricultural'),
      'non-agricultural': text('非农业', 'non-agricultural'),
    }),
    open: (view) => {
      const { nonAgricultural } = columns(view);
      return (i) => nonAgricultural[i];
    },
  },
  register_tier: {
    gaps: true,
    label: text('户籍来源', 'Where registered'),
    definition: text(
      '户籍相对居住地在本县、本市、本省或外省，住在市外者为空',
      'Where the register lies seen from the place of residence, empty for those living outside the city',
    ),
    labels: labelsOf(registerTiers, registerTierWords),
    open: (view) => {
      const { residenceArea, registerArea } = columns(view);
      return (i) => (isInCity(residenceArea[i]) ? tierIndex(registerArea[i], residenceArea[i]) : Number.NaN);
    },
  },
  rural_origin: {
    label: text('最初为农村户籍', 'Rural origin'),
    definition: text('基年、出生或迁入时为农村户籍', 'On a village register in the base year, at birth or at arrival'),
    open: (view) => {
      const { ruralOrigin } = columns(view);
      return (i) => ruralOrigin[i];
    },
  },
  off_register: {
    label: text('人户分离', 'Off the register'),
    definition: text(
      '不住在户籍所在的县，或持农村户籍住在城镇',
      'Living in another county than that of the register, or in a town on a village register',
    ),
    open: (view) => {
      const { residenceArea, residenceUrban, registerArea, registerUrban } = columns(view);
      return (i) => (residenceArea[i] !== registerArea[i] || residenceUrban[i] > registerUrban[i] ? 1 : 0);
    },
  },
  status: {
    gaps: true,
    label: text('服务身份', 'Status for services'),
    definition: text(
      '按户籍、落户和居住证分的常住人口身份，住在市外者为空',
      'Status of a resident by register, settlement and permit, empty for those living outside the city',
    ),
    labels: statuses,
    open: (view) => {
      const { residenceArea, residenceUrban, registerArea, registerUrban, settledYear, permitYear } = columns(view);
      return (i) => {
        if (!isInCity(residenceArea[i])) return Number.NaN;
        const same = residenceArea[i] === registerArea[i];
        return groupOf(same, registerUrban[i], residenceUrban[i], settledYear[i] !== 0, permitYear[i] !== 0);
      };
    },
  },
  permit_year: {
    gaps: true,
    label: text('领居住证年', 'Year of the permit'),
    definition: text('签发居住证的年份，没有则为空', 'Year the residence permit was issued, empty without one'),
    unit: 'year',
    open: (view) => yearOf(columns(view).permitYear),
  },
  has_permit: {
    label: text('持居住证', 'Holds a permit'),
    definition: text('年末持有居住证', 'Holds a residence permit at the year end'),
    open: (view) => {
      const { permitYear } = columns(view);
      return (i) => (permitYear[i] === 0 ? 0 : 1);
    },
  },
  settled_year: {
    gaps: true,
    label: text('落户年', 'Year of settling'),
    definition: text('模拟期内落户的年份，没有则为空', 'Year of settling during the run, empty without'),
    unit: 'year',
    open: (view) => yearOf(columns(view).settledYear),
  },
  settled_route: {
    gaps: true,
    label: text('落户途径', 'Route of settling'),
    definition: text('落户所走的法定途径', 'Legal route of the settlement'),
    labels: routeLabels('route'),
    open: (view) => routeReader(view.place, 'route', columns(view).settledRoute),
  },
  settled_document: {
    gaps: true,
    label: text('落户依据的文件', 'Document of settling'),
    definition: text('准许落户的政策文件', 'Policy document that let the person settle'),
    labels: routeLabels('document'),
    open: (view) => routeReader(view.place, 'document', columns(view).settledRoute),
  },
  settled_clause: {
    gaps: true,
    label: text('落户依据的条款', 'Clause of settling'),
    definition: text('准许落户的条款，写作文件:条款', 'Clause that let the person settle, as document:clause'),
    labels: routeLabels('clause'),
    open: (view) => routeReader(view.place, 'clause', columns(view).settledRoute),
  },
  left_behind: {
    label: text('留守儿童', 'Left behind'),
    definition: text(
      '住在村、16岁以下、父母有一方住在别处',
      'Lives in a village, is below 16, and a parent lives somewhere else',
    ),
    open: (view) => {
      const { age, residenceArea, residenceUrban, mother, father, presence } = columns(view);
      const isAway = (i: number, parent: number): boolean =>
        parent !== NONE &&
        presence[parent] !== Presence.gone &&
        (residenceArea[parent] !== residenceArea[i] || residenceUrban[parent] !== residenceUrban[i]);
      return (i) =>
        age[i] < LEFT_BEHIND_AGE && residenceUrban[i] === 0 && (isAway(i, mother[i]) || isAway(i, father[i])) ? 1 : 0;
    },
  },
  lives_with: {
    gaps: true,
    label: text('与父母同住', 'Lives with'),
    definition: text(
      '18岁以下的人与父母中的哪一方住在同一地，其余为空',
      'Of those below 18, which parents live at the same place, empty for all others',
    ),
    labels: labelsOf(parentPlaces, {
      both: text('父母双方', 'both parents'),
      mother: text('母亲', 'the mother'),
      father: text('父亲', 'the father'),
      neither: text('都不在', 'neither parent'),
    }),
    open: (view) => {
      const { age, residenceArea, residenceUrban, mother, father, presence } = columns(view);
      const isHere = (i: number, parent: number): boolean =>
        parent !== NONE &&
        presence[parent] !== Presence.gone &&
        residenceArea[parent] === residenceArea[i] &&
        residenceUrban[parent] === residenceUrban[i];
      return (i) => {
        if (age[i] >= GROWN) return Number.NaN;
        const withMother = isHere(i, mother[i]);
        return isHere(i, father[i]) ? (withMother ? 0 : 2) : withMother ? 1 : 3;
      };
    },
  },
  career: {
    label: text('进城阶段', 'Stage of the way to town'),
    definition: text(
      '从村到落户走到哪一步',
      'How far somebody has come on the way from the village to a town register',
    ),
    labels: labelsOf(['village', 'away', 'town', 'permit', 'settled', 'native'], {
      village: text('住在村', 'in a village'),
      away: text('在市外', 'outside the city'),
      town: text('在城镇，无证', 'in a town without a permit'),
      permit: text('在城镇，持证', 'in a town with a permit'),
      settled: text('已落户', 'settled during the run'),
      native: text('原有城镇户籍', 'on its town register before'),
    }),
    open: (view) => {
      const { residenceArea, residenceUrban, registerArea, registerUrban, settledYear, permitYear } = columns(view);
      const registered = servedGroups.indexOf('registered');
      const permit = servedGroups.indexOf('permit');
      const settled = servedGroups.indexOf('settled');
      return (i) => {
        if (!isInCity(residenceArea[i])) return 1;
        if (residenceUrban[i] === 0) return 0;
        const same = residenceArea[i] === registerArea[i];
        const group = groupOf(same, registerUrban[i], 1, settledYear[i] !== 0, permitYear[i] !== 0);
        if (group === registered) return 5;
        return group === settled ? 4 : group === permit ? 3 : 2;
      };
    },
  },
});
