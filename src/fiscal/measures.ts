import { type Localized, text } from '../language/language.ts';
import { type Group, groups, type Measure, type Service } from './result.ts';

type Factors = Measure['factors'];

/** The same coefficients for everyone. */
const everyone = (...ids: string[]): Factors => Object.fromEntries(groups.map((group) => [group, ids]));

/** In full for those registered here; permit holders and the others as far as `access.<group>.<right>` goes. */
const byRight = (right: string, ...ids: string[]): Factors => ({
  ...everyone(...ids),
  permit: [...ids, `access.permit.${right}`],
  other: [...ids, `access.other.${right}`],
});

const without = (factors: Factors, ...left: Group[]): Factors =>
  Object.fromEntries(Object.entries(factors).filter(([group]) => !left.includes(group as Group)));

const persons = text('人', 'persons');
const beds = text('张', 'beds');

function measure(
  id: string,
  service: Service,
  name: Localized,
  counted: Localized,
  counter: string,
  rest: Partial<Pick<Measure, 'factors' | 'per' | 'divides' | 'scale'>> = {},
): Measure {
  return {
    id,
    service,
    name,
    unit: counted,
    counter,
    factors: everyone(),
    per: null,
    divides: false,
    scale: 1,
    ...rest,
  };
}

const stages = [
  ['preschool', '在园幼儿', 'Children in preschool', '学前教职工', 'Preschool staff', '学前班级', 'Preschool classes'],
  ['primary', '小学生', 'Primary pupils', '小学教职工', 'Primary staff', '小学班级', 'Primary classes'],
  [
    'junior',
    '初中生',
    'Junior secondary pupils',
    '初中教职工',
    'Junior secondary staff',
    '初中班级',
    'Junior secondary classes',
  ],
  [
    'senior',
    '高中阶段学生',
    'Senior secondary pupils',
    '高中教职工',
    'Senior secondary staff',
    '高中班级',
    'Senior secondary classes',
  ],
] as const;

const schooling = stages.flatMap(([stage, zh, en, staffZh, staffEn, classZh, classEn]) => [
  measure(`${stage}_pupils`, stage, { zh, en }, persons, stage),
  measure(`${stage}_staff`, stage, { zh: staffZh, en: staffEn }, persons, stage, {
    per: `school.pupils_per_teacher.${stage}`,
    divides: true,
  }),
  measure(`${stage}_classes`, stage, { zh: classZh, en: classEn }, text('班', 'classes'), stage, {
    per: `school.class_size.${stage}`,
    divides: true,
  }),
]);

const PER_THOUSAND = 0.001;

/** What services are measured in, in the order of the services. */
export const measures: readonly Measure[] = [
  ...schooling,
  measure(
    'health_residents',
    'public_health',
    text('基本公共卫生服务对象', 'Persons in basic public health'),
    persons,
    'residents',
  ),
  measure('hospital_beds', 'hospital_beds', text('医院床位', 'Hospital beds'), beds, 'residents', {
    per: 'standard.beds',
    scale: PER_THOUSAND,
  }),
  measure(
    'medical_insured',
    'resident_medical',
    text('居民医保参保人', 'Resident medical insured'),
    persons,
    'resident_insured',
    {
      factors: byRight('medical', 'medical.enrolment'),
    },
  ),
  measure('employees', 'employee_medical', text('职工社保参保人', 'Insured employees'), persons, 'employee_insured'),
  measure(
    'pensioners',
    'resident_pension',
    text('居民养老金领取人', 'Resident pensioners'),
    persons,
    'resident_pension',
    {
      factors: byRight('pension'),
    },
  ),
  measure(
    'employee_pensioners',
    'employee_pension',
    text('职工养老金领取人', 'Employee pensioners'),
    persons,
    'employee_pension',
  ),
  measure('dibao_town', 'dibao', text('城市低保对象', 'Subsistence allowance, town'), persons, 'residents', {
    factors: without(byRight('dibao', 'dibao.rate_town'), 'village'),
  }),
  measure('dibao_village', 'dibao', text('农村低保对象', 'Subsistence allowance, village'), persons, 'residents', {
    factors: { village: ['dibao.rate_village'] },
  }),
  measure(
    'relief_cases',
    'temporary_relief',
    text('临时救助人次', 'Cases of temporary relief'),
    text('人次', 'cases'),
    'residents',
    {
      factors: byRight('relief', 'relief.rate'),
    },
  ),
  measure(
    'rental_dwellings',
    'public_rental',
    text('公租房在租', 'Public rental occupied'),
    text('套', 'dwellings'),
    'public_rental',
  ),
  measure(
    'rent_subsidies',
    'rent_subsidy',
    text('租赁补贴户', 'Rent subsidy households'),
    text('户', 'households'),
    'rent_subsidy',
  ),
  measure('trainees', 'training', text('补贴培训人次', 'Training places'), text('人次', 'places'), 'informal', {
    factors: byRight('training', 'training.coverage'),
  }),
  measure('care_beds', 'elder_care', text('养老床位', 'Care beds'), beds, 'elderly', {
    factors: byRight('care'),
    per: 'standard.care_beds',
    scale: PER_THOUSAND,
  }),
  measure('town_residents', 'urban_maintenance', text('城镇常住人口', 'Residents of towns'), persons, 'townspeople'),
];
