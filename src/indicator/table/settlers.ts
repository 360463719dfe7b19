import { type Localized, marks, text } from '../../language/language.ts';
import { settlerGroups } from '../../population/settler-traits.ts';
import { dimension, type PartWords, part } from './dimension.ts';

/** A group of a trait: the label names the trait before it. */
const under =
  (trait: Localized) =>
  (label: Localized, means: Localized): PartWords =>
    part(text(trait.zh + marks.comma.zh + label.zh, trait.en + marks.comma.en + label.en), means);

const aged = (from: string, to: string): PartWords =>
  age(text(`${from}-${to}`, `${from}-${to}`), text(`落户时${from}–${to}岁`, `aged ${from}-${to} when they settle`));
const age = under(text('年龄', 'age'));
const stay = under(text('进城年数', 'years in town'));
const dwelling = under(text('住房', 'dwelling'));
const schooling = under(text('受教育程度', 'schooling'));
const stayed = (years: string): PartWords =>
  stay(
    text(years, years),
    text(`到该镇${years}年`.replace('+年', '年及以上'), `in the town for ${years} years`.replace('+', ' and more')),
  );

/** What those who settle are at that moment: everybody is in one group of each trait. */
export const settlers = dimension(settlerGroups, {
  'age.0-14': aged('0', '14'),
  'age.15-29': aged('15', '29'),
  'age.30-44': aged('30', '44'),
  'age.45-59': aged('45', '59'),
  'age.60+': age(text('60+', '60+'), text('落户时60岁及以上', 'aged 60 and over when they settle')),
  'years_in_town.0-1': stayed('0-1'),
  'years_in_town.2-4': stayed('2-4'),
  'years_in_town.5-9': stayed('5-9'),
  'years_in_town.10+': stayed('10+'),
  'years_in_town.always': stay(
    text('一直在此', 'always there'),
    text('生于该镇或久居该镇', 'born in the town or there since before anybody remembers'),
  ),
  'years_in_town.living_elsewhere': stay(
    text('不住在该镇', 'living elsewhere'),
    text('随迁而不住在该镇的亲属', 'relatives who follow without living in the town'),
  ),
  'dwelling.no_dwelling': dwelling(
    text('无城镇住房', 'none in town'),
    text('家庭在城镇没有住处', 'of families without a dwelling in a town'),
  ),
  'dwelling.employer': dwelling(
    text('单位提供', 'from the employer'),
    text('住单位提供的住房', 'in a dwelling the employer provides'),
  ),
  'dwelling.private_rent': dwelling(
    text('市场租赁', 'private rent'),
    text('租住市场房源', 'in a dwelling rented on the market'),
  ),
  'dwelling.public_rental': dwelling(
    text('公租房', 'public rental'),
    text('租住公租房', 'in a dwelling of public rental'),
  ),
  'dwelling.own': dwelling(text('自有', 'own'), text('住自有住房', 'in a dwelling of their own')),
  'dwelling.collective': dwelling(text('集体居住', 'collective'), text('住集体宿舍等', 'in dormitories and the like')),
  'schooling.no_schooling': schooling(text('未上学', 'none'), text('未上过学', 'never at school')),
  'schooling.primary': schooling(text('小学', 'primary'), text('小学', 'primary school attended')),
  'schooling.junior': schooling(text('初中', 'junior secondary'), text('初中', 'junior secondary attended')),
  'schooling.senior': schooling(text('高中阶段', 'senior secondary'), text('高中阶段', 'senior secondary attended')),
  'schooling.college': schooling(text('大专及以上', 'college'), text('大专及以上', 'college attended')),
});
