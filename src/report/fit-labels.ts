import type { Localized } from '../language/language.ts';

/** What one table of the fit report counts. */
interface FitLabel {
  readonly name: Localized;
  readonly unit: Unit;
}

/** Shares are told in percentage points. */
type Unit = 'persons' | 'households' | 'points' | 'years';

const label = (zh: string, en: string, unit: Unit): FitLabel => ({ name: { zh, en }, unit });

/** Tables of the fit report as a planner calls them, by the name they have in fit.csv. */
export const fitLabels: Readonly<Record<string, FitLabel>> = {
  residents_by_age_and_sex: label('常住人口：年龄、性别', 'Residents by age and sex', 'persons'),
  residents_by_side: label('常住人口：城镇、乡村', 'Residents in town and village', 'persons'),
  family_households: label('家庭户', 'Family households', 'households'),
  family_persons: label('家庭户人口', 'Persons in family households', 'persons'),
  one_person_households: label('一人户', 'One-person households', 'households'),
  households_by_generations: label('家庭户：代数', 'Family households by generations', 'households'),
  residents_by_register: label('常住人口：户籍在外县、外省', 'Residents registered in another county', 'persons'),
  registered_population: label('户籍人口', 'Registered population', 'persons'),
  registered_in_town: label('城镇户籍人口', 'Registered in town', 'persons'),
  households_with_65_plus: label(
    '有 65 岁及以上老人的家庭户',
    'Family households with a member of 65 and over',
    'households',
  ),
  household_size_share: label('家庭户：人数构成', 'Family households by size, shares', 'points'),
  mean_years_of_schooling: label('平均受教育年限', 'Mean years of schooling', 'years'),
  residents_off_register_in_same_county: label(
    '人户分离：户籍在本县 *',
    'Off their register inside the county *',
    'persons',
  ),
  non_agricultural_share: label('非农业户口比重', 'Share of non-agricultural hukou', 'points'),
  households_by_65_plus: label(
    '有一位、两位及以上 65 岁及以上老人的家庭户',
    'Family households with one, and with two and more members of 65 and over',
    'households',
  ),
  schooling_share: label('受教育程度：性别', 'Schooling by sex, shares', 'points'),
  married_share_15_plus: label('15 岁及以上有配偶比重', 'Share married, 15 and over', 'points'),
  spouse_made_share_15_plus: label(
    '15 岁及以上配偶也在模型人口中的比重',
    'Share whose spouse is among the persons made, 15 and over',
    'points',
  ),
  at_work_share_15_plus: label('15 岁及以上就业比重', 'Share at work, 15 and over', 'points'),
  farming_share_of_workers: label('就业人口中务农比重', 'Share farming of those at work', 'points'),
  retired_share_15_plus: label('15 岁及以上离退休比重', 'Share retired, 15 and over', 'points'),
  renting_share_of_households: label('家庭户租房比重', 'Share renting of family households', 'points'),
  students_share_15_plus: label('15 岁及以上在校比重', 'Share at school, 15 and over', 'points'),
};
