import { text } from '../language/language.ts';

/** Services and payers of the fiscal tables, as readers call them. */
export const serviceWords = {
  preschool: text('学前教育', 'Preschool'),
  primary: text('小学', 'Primary school'),
  junior: text('初中', 'Junior secondary'),
  senior: text('高中阶段', 'Senior secondary school'),
  public_health: text('基本公共卫生', 'Basic public health'),
  hospital_beds: text('医院床位', 'Hospital beds'),
  resident_medical: text('居民医保', 'Resident medical insurance'),
  employee_medical: text('职工医保', 'Employee medical insurance'),
  resident_pension: text('居民养老保险', 'Resident pension'),
  employee_pension: text('职工养老保险', 'Employee pension'),
  dibao: text('低保', 'Subsistence allowance'),
  temporary_relief: text('临时救助', 'Temporary relief'),
  public_rental: text('公租房', 'Public rental'),
  rent_subsidy: text('租赁补贴', 'Rent subsidy'),
  training: text('职业培训', 'Training'),
  elder_care: text('养老服务', 'Elder care'),
  urban_maintenance: text('城市建设维护', 'Urban construction and maintenance'),
} as const;

export const payerWords = {
  centre: text('中央', 'Centre'),
  province: text('省级', 'Province'),
  city: text('市级', 'City'),
  county: text('县级', 'County'),
  household: text('个人', 'Households'),
  employer: text('用人单位', 'Employers'),
} as const;

/** Levels of government; `local` is the city's own budget and its counties' together. */
export const levelWords = {
  local: text('市县', 'City and counties'),
  city: text('市本级', "The city's own budget"),
  county: text('县级', 'Counties'),
  province: text('省级', 'Province'),
  centre: text('中央', 'Centre'),
} as const;
