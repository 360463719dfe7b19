import { type Localized, text } from '../../language/language.ts';
import { levelWords, payerWords, serviceWords } from '../service-names.ts';
import type { Told } from './row.ts';

/** One row of money: a flow in current prices. */
const yuan = (label: Localized, definition: Localized): Told => ({ label, definition, unit: 'yuan', kind: 'flow' });

/** Services that cost anything, and those who pay. */
const services = (Object.keys(serviceWords) as (keyof typeof serviceWords)[]).filter(
  (name) => name !== 'hospital_beds',
);
type ServiceMoney = `service_${Exclude<keyof typeof serviceWords, 'hospital_beds'>}_yuan`;
const payers = Object.keys(payerWords) as (keyof typeof payerWords)[];
type PayerMoney = `payer_${keyof typeof payerWords}_yuan`;
const apart = ['city', 'county', 'province', 'centre'] as const;
type LevelMoney = `settled_net_${(typeof apart)[number]}_yuan`;

/** Yearly money: not measured in a replicate but reckoned by the fiscal office from what is, in current prices. */
export const money = {
  public_running_yuan: yuan(
    text('公共服务运行支出', 'Running cost of services'),
    text(
      '政府一年为全部常住人口的公共服务承担的运行支出',
      'What the services of all residents cost public payers to run in the year',
    ),
  ),
  public_building_yuan: yuan(
    text('学校与公租房建设支出', 'Building of schools and public rental'),
    text(
      '政府当年建设学校和公租房的支出；学校按今后几年持续有的学生数建，以后年份的变化会提前反映',
      'What building schools and public rental costs public payers in the year; schools are built for the pupils that the years ahead keep, so later changes show sooner',
    ),
  ),
  settled_running_yuan: yuan(
    text('落户新增运行支出（市县）', 'Running cost settling adds, city and counties'),
    text(
      '由农村户籍落户者使落户地市县两级当年增加的运行支出',
      'What those settled from village registers add to the running cost of city and counties where they live',
    ),
  ),
  settled_saving_yuan: yuan(
    text('迁出地减少支出（市县）', 'Saved where they left, city and counties'),
    text(
      '本市迁出县因落户者迁出而不再承担的运行支出，市县两级',
      'What counties of origin inside the city no longer pay for those who settled, city and counties',
    ),
  ),
  settled_building_yuan: yuan(
    text('落户人口分摊的建设支出（市县）', "The settled's part of building, city and counties"),
    text(
      '市县两级当年建设支出中由农村户籍落户者分摊的部分；学校的建设看今后几年的学生数',
      'The part of the building of the year that falls to those settled from village registers, city and counties; that of schools looks at the pupils of the years ahead',
    ),
  ),
  settled_net_yuan: yuan(
    text('落户净支出（市县）', 'Net cost of settling, city and counties'),
    text(
      '市县两级落户新增运行支出减迁出地减少支出，加分摊的建设支出',
      'Running cost settling adds less what is saved where they left, and the part of building, city and counties',
    ),
  ),
  ...(Object.fromEntries(
    apart.map((level) => [
      `settled_net_${level}_yuan`,
      yuan(
        text(`落户净支出（${levelWords[level].zh}）`, `Net cost of settling (${levelWords[level].en})`),
        text(
          '同落户净支出，仅该级政府承担的部分',
          'The net cost of settling, the part of this level of government alone',
        ),
      ),
    ]),
  ) as Record<LevelMoney, Told>),
  children_schooling_yuan: yuan(
    text('随迁子女教育支出（市县）', 'Schooling of accompanying children, city and counties'),
    text(
      '市县两级为随迁子女义务教育承担的运行与建设支出，无论其是否落户',
      'What compulsory schooling of accompanying children costs city and counties, building included, whether they settle or not',
    ),
  ),
  award_yuan: yuan(
    text('市民化奖励资金', 'Award fund'),
    text(
      '当年按因素从总额中分得的农业转移人口市民化奖励资金，含各部分',
      'The award of the year for settled migrants as a share of the envelope, all parts',
    ),
  ),
  award_settlers_yuan: yuan(
    text('奖励资金（落户部分）', "Award fund, the settlers' part"),
    text('奖励资金中按落户人口分得的部分', 'The part of the award given for settled persons'),
  ),
  award_children_yuan: yuan(
    text('奖励资金（随迁子女部分）', "Award fund, the children's part"),
    text('奖励资金中按随迁子女分得的部分', 'The part of the award given for accompanying children'),
  ),
  award_balance_yuan: yuan(
    text('落户部分奖励减落户净支出（市县）', "Settlers' part of the award less net cost, city and counties"),
    text(
      '奖励资金的落户部分减落户净支出，大于零为结余，小于零为缺口',
      "The settlers' part of the award less the net cost of settling, a surplus above zero and a gap below",
    ),
  ),
  ...(Object.fromEntries(
    services.map((service) => [
      `service_${service}_yuan`,
      yuan(
        text(`服务成本（${serviceWords[service].zh}）`, `Cost of a service (${serviceWords[service].en})`),
        text(
          '该项服务当年全部成本，含运行与建设，不分由谁承担',
          'All the service costs in the year, running and building, whoever pays',
        ),
      ),
    ]),
  ) as Record<ServiceMoney, Told>),
  ...(Object.fromEntries(
    payers.map((payer) => [
      `payer_${payer}_yuan`,
      yuan(
        text(
          `服务成本（由${payerWords[payer].zh}承担）`,
          `Cost of services (paid by ${payerWords[payer].en.toLowerCase()})`,
        ),
        text(
          '各项服务当年成本中由其承担的部分',
          'The part of the cost of all services of the year that falls to this payer',
        ),
      ),
    ]),
  ) as Record<PayerMoney, Told>),
} as const;

export type MoneyName = keyof typeof money;
export const moneyNames = Object.keys(money) as MoneyName[];

/** What a comparison of two policies is told by. */
export const comparedMoney = [
  'settled_running_yuan',
  'settled_saving_yuan',
  'settled_building_yuan',
  'settled_net_yuan',
  'settled_net_city_yuan',
  'settled_net_county_yuan',
  'settled_net_province_yuan',
  'settled_net_centre_yuan',
  'award_settlers_yuan',
  'award_balance_yuan',
  'children_schooling_yuan',
  'award_children_yuan',
  'public_running_yuan',
  'public_building_yuan',
] as const satisfies readonly MoneyName[];
