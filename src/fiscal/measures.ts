import { type Localized, text } from '../language/language.ts';
import { type SchoolStageName, schoolStages } from '../population/codes.ts';
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

/** Pupils, staff and classes of a stage. */
const ofStage: Readonly<Record<SchoolStageName, readonly [Localized, Localized, Localized]>> = {
  preschool: [
    text('在园幼儿', 'Children in preschool'),
    text('学前教职工', 'Preschool staff'),
    text('学前班级', 'Preschool classes'),
  ],
  primary: [text('小学生', 'Primary pupils'), text('小学教职工', 'Primary staff'), text('小学班级', 'Primary classes')],
  junior: [
    text('初中生', 'Junior secondary pupils'),
    text('初中教职工', 'Junior secondary staff'),
    text('初中班级', 'Junior secondary classes'),
  ],
  senior: [
    text('高中阶段学生', 'Senior secondary pupils'),
    text('高中教职工', 'Senior secondary staff'),
    text('高中班级', 'Senior secondary classes'),
  ],
};

const schooling = schoolStages.flatMap((stage) => {
  const [pupils, staff, classes] = ofStage[stage];
  return [
    measure(`${stage}_pupils`, stage, pupils, persons, stage),
    measure(`${stage}_staff`, stage, staff, persons, stage, {
      per: `school.pupils_per_teacher.${stage}`,
      divides: true,
    }),
    measure(`${stage}_classes`, stage, classes, text('班', 'classes'), stage, {
      per: `school.class_size.${stage}`,
      divides: true,
    }),
  ];
});

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
