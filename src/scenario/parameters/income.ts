import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { nbs, survey } from './sources.ts';

/** Income by destination. */
export const income = parameters({
  'income.village': {
    name: text(
      '农村居民人均可支配收入（2020年价）',
      'rural disposable income per person, base of the village alternative',
    ),
    value: 17000,
    unit: 'yuan/year',
    range: [14000, 21000],
    mark: 'assumption',
    source: text(
      '本市农村居民人均可支配收入（data/income.csv）',
      'rural disposable income per person of the prefecture (data/income.csv)',
    ),
    ofPlace: true,
  },
  'income.town': {
    name: text('县城月工资', 'monthly wage of a mover in the county town'),
    value: 3400,
    unit: 'yuan/month',
    range: [2800, 4100],
    mark: 'assumption',
    source: survey('：2020年本地农民工月均3606元', ': local migrant workers 3,606 yuan a month in 2020'),
    ofPlace: true,
  },
  'income.centre': {
    name: text('中心城区月工资', 'monthly wage of a mover in the central city'),
    value: 3700,
    unit: 'yuan/month',
    range: [3000, 4500],
    mark: 'assumption',
    source: text(`介于${nbs.zh}的本地与外出农民工工资之间`, `between local and out-migrant wages of the ${nbs.en}`),
    ofPlace: true,
  },
  'income.province': {
    name: text('省内市外月工资', 'monthly wage elsewhere in the province'),
    value: 4300,
    unit: 'yuan/month',
    range: [3900, 4700],
    mark: 'derived',
    source: survey('：2020年省内外出农民工', ': out-migrants inside the province, 2020'),
  },
  'income.nation': {
    name: text('省外月工资', 'monthly wage in other provinces'),
    value: 4800,
    unit: 'yuan/month',
    range: [4500, 5100],
    mark: 'derived',
    source: survey(
      '：2020年外出农民工月均4549元，跨省者更高',
      ': out-migrants 4,549 yuan in 2020, more across provinces',
    ),
  },
  'income.townGrowth': {
    name: text('工资名义增长率', 'nominal growth of wages'),
    value: 0.05,
    unit: 'rate/year',
    range: [0.04, 0.07],
    mark: 'assumption',
    source: text('2016—2022年的收入', 'incomes 2016-22'),
  },
  'income.villageGrowth': {
    name: text('农村收入名义增长率', 'nominal growth of rural income'),
    value: 0.06,
    unit: 'rate/year',
    range: [0.05, 0.09],
    mark: 'assumption',
    source: text(
      '2016—2022年农村收入增长较快；假设此后差距缩小得更慢',
      'rural incomes 2016-22 grew faster; the gap is assumed to close more slowly later',
    ),
  },
  'income.villageEarners': {
    name: text('农村每个劳动力与人均收入之比', 'rural income per earner over income per person'),
    value: 1.8,
    unit: 'factor',
    range: [1.5, 2.2],
    mark: 'assumption',
    source: text(
      '农村人均收入按包括被抚养者在内的人数计算，按劳动力计算则较高',
      'rural income per person counts dependants; per earner it is higher',
    ),
  },
  'income.landYuanPerMu': {
    name: text('每亩土地年收益', 'yearly income of a mu of contracted land'),
    value: 250,
    unit: 'yuan/year',
    range: [80, 500],
    mark: 'assumption',
    source: text('媒体报道的流转案例，偏高', 'press cases of leases, upper-biased'),
    ofPlace: true,
  },
});
