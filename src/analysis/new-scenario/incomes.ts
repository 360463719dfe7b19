import { provinceOf, type Region } from '../../scenario/city/regions.ts';
import { type ReadText, readTable, type Table } from '../../scenario/tables.ts';
import { borrowed, borrowedRatio, neighbours, spread } from './borrow.ts';
import { type Donor, donorValue } from './donors.ts';
import { ruralIncome, wageOf } from './income-rows.ts';
import { assumed, type NewSetting, type NewValue } from './setting.ts';

/** Incomes, wages and the rent of a prefecture: its own row of data/income.csv where there is one, else borrowed. */
export function incomeSettings(
  read: ReadText,
  region: Region,
  province: Region,
  donors: readonly Donor[],
): NewSetting[] {
  const columns = ['area_code', 'year', 'indicator', 'value', 'low', 'high', 'source', 'confidence'];
  const table = readTable(read, `income/${provinceOf(region.code)}.csv`, columns);
  const wage = wageOf(table, region, province);
  const near = neighbours(donors, province.code);
  const wages = (['income.town', 'income.centre'] as const).map((name) => ({
    name,
    values: [
      borrowedRatio(
        name,
        { donors, why: { zh: '有工资假设的各市', en: 'the cities with an assumption of it' } },
        {
          name: wage.name,
          own: wage.yuanPerMonth,
          of: (donor) => wageOf(table, donor.region, province).yuanPerMonth,
        },
      ),
    ],
  }));
  const centre = wages[1].values[0].value;
  const rent = borrowedRatio('housing.rent', near, {
    name: { zh: `中心城区月工资${centre}元`, en: `the monthly wage of ${centre} yuan in the central city` },
    own: centre,
    of: (donor) => donorValue(donor, 'income.centre').value,
  });
  return [
    { name: 'income.village', values: [villageIncome(table, region, province, donors)] },
    ...wages,
    { name: 'housing.rent', values: [rent] },
  ];
}

/** Rural disposable income a person in 2020: of the prefecture, or of its province with the spread of cities around theirs. */
function villageIncome(table: Table, region: Region, province: Region, donors: readonly Donor[]): NewValue {
  const own = ruralIncome(table, region.code);
  if (own !== null) return own;
  const name = 'income.village';
  const lenders = { donors, why: { zh: '有收入数字的各市', en: 'the cities with a figure' } };
  const whole = ruralIncome(table, province.code);
  if (whole === null) return borrowed(name, lenders);
  const { low, high } = spread(
    name,
    lenders,
    ({ region: { parent } }) => ruralIncome(table, parent)?.value ?? whole.value,
  );
  return assumed(name, whole.value, [low * whole.value, high * whole.value], {
    zh: `本市无数字，取${province.name.zh}的数：${whole.why.zh}；范围为有数字的各市与其省之比`,
    en: `no figure of the city, ${province.name.en}'s taken: ${whole.why.en}; range: how cities with a figure differ from their province`,
  });
}
