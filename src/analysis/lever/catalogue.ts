import type { Localized } from '../../language/language.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Action, CostItem, Lever } from './lever.ts';

/** Share of a perpetual payment in its price: the annuity of a paid exit is 5 % of it (see `settlement.exitYuanPerMu`). */
const ANNUITY = 0.05;

/**
 * The levers `luohu` knows by name, with costs in yuan of 2020. Nearly all unit costs are assumptions: no city publishes what
 * outreach or a service window costs a head. Those of a pupil are published; rent, land and its price are the scenario's.
 */
export function leverCatalogue(scenario: Scenario): readonly Lever[] {
  const stated = (name: keyof Scenario['parameters']) => scenario.parameters[name][0];
  const [rent, land, exit] = [stated('housing.rent'), stated('base.landMu'), stated('settlement.exitYuanPerMu')];
  const priced = (yuan: number) => (land.value * yuan) / ANNUITY;
  return [
    lever(
      'threshold.zero',
      '落户零门槛',
      'settling open to whoever lives in town',
      { kind: 'zero-threshold' },
      [],
      true,
    ),
    measure('land.rightsKept', '保留承包地权益', 'land rights kept on settling', []),
    measure('information.landBelief', '宣讲土地政策', 'telling land holders that land is kept', [
      assumed('settlement_pool', 10, [3, 30], 'leaflets and meetings a head a year, in the home village'),
    ]),
    measure('information.awareness', '政策宣传', 'outreach about settling', [
      assumed('settlement_pool', 20, [5, 60], 'leaflets, messages and advice a head a year'),
    ]),
    measure('information.mobilisation', '上门动员', 'visits by officials', [
      assumed('settlement_pool', 60, [20, 150], 'about an hour of an official’s time a household a year'),
    ]),
    measure('settlement.paperwork', '落户手续简化', 'settling made easy: one stop, online', [
      assumed('registered_population', 1, [0.3, 3], 'service windows and their upkeep a registered person a year'),
    ]),
    measure('permit.paperwork', '居住证手续简化', 'permits made easy', [
      assumed('resident_population', 0.5, [0.2, 2], 'service windows and their upkeep a resident a year'),
    ]),
    measure('land.paidExit', '承包地有偿退出', 'paid exit from contracted land', [
      {
        per: 'settled_households',
        yuan: priced(exit.value),
        range:
          exit.range === null
            ? [priced(exit.value), priced(exit.value)]
            : [priced(exit.range[0]), priced(exit.range[1])],
        added: false,
        scaled: true,
        mark: 'assumption',
        source: `every settling household gives up ${land.value} mu at ${Math.round(exit.value / ANNUITY)} yuan, all of it paid from this budget`,
      },
    ]),
    measure('school.enrolment', '随迁子女入学', 'schools open to children of incomers', pupilCosts),
    stock('school.places', '增加城镇学位', 'town school places added', 'places', 0.5, [
      assumed('built', 60_000, [30_000, 120_000], 'building a place, without the land'),
      published(
        'built-year',
        12_792,
        [8647, 18_157],
        'budget spending a primary pupil: China 2022; range Henan 2019 to Inner Mongolia 2020',
      ),
    ]),
    stock('rental.dwellings', '增加公租房', 'public rental dwellings added for incomers', 'dwellings', 4, [
      assumed(
        'built',
        150_000,
        [100_000, 240_000],
        '60 m2 (the cap of 2011, recalled) at 2,500 yuan/m2 built, without the land; rents pay the upkeep',
      ),
    ]),
    lever(
      'rental.subsidy',
      '提高租赁补贴',
      'higher rent subsidy, share of the rent added',
      { kind: 'parameter', parameter: 'rental.subsidyShare', change: 'add' },
      [
        {
          per: 'rent_subsidy_households',
          yuan: 12 * rent.value,
          range: rent.range === null ? [12 * rent.value, 12 * rent.value] : [12 * rent.range[0], 12 * rent.range[1]],
          added: false,
          scaled: true,
          mark: rent.mark,
          source: 'a year’s rent, housing.rent of the scenario',
        },
      ],
      false,
      0.4,
    ),
    measure('jobs.training', '技能培训', 'training for newcomers', [
      assumed('settlement_pool', 75, [25, 200], 'a twentieth trained every year at 1,500 yuan'),
    ]),
    measure('jobs.hiringSubsidy', '吸纳就业补贴', 'subsidy for hiring with insurance', [
      assumed('settlement_pool', 50, [20, 150], 'one in a hundred hired every year with 5,000 yuan of contributions'),
    ]),
  ];
}

const pupilCosts: readonly CostItem[] = [
  published(
    'pupils.primary.accompanying',
    12_792,
    [8647, 18_157],
    'budget spending a primary pupil: China 2022; range Henan 2019 to Inner Mongolia 2020',
    true,
  ),
  published(
    'pupils.junior.accompanying',
    18_152,
    [13_244, 22_610],
    'budget spending a junior secondary pupil: China 2022; range Henan 2019 to Inner Mongolia 2020',
    true,
  ),
];

function assumed(per: string, yuan: number, range: readonly [number, number], source: string): CostItem {
  return { per, yuan, range, added: false, scaled: true, mark: 'assumption', source };
}

function published(
  per: string,
  yuan: number,
  range: readonly [number, number],
  source: string,
  added = false,
): CostItem {
  return { per, yuan, range, added, scaled: !added, mark: 'published', source };
}

function lever(
  id: string,
  zh: string,
  en: string,
  action: Action,
  costs: readonly CostItem[],
  discrete = false,
  most = 1,
): Lever {
  const name: Localized = { zh, en };
  return { id, name, action, off: 0, most, discrete, costs };
}

const measure = (
  id: Extract<Action, { kind: 'measure' }>['measure'],
  zh: string,
  en: string,
  costs: readonly CostItem[],
) => lever(id, zh, en, { kind: 'measure', measure: id }, costs);

const stock = (
  id: string,
  zh: string,
  en: string,
  of: Extract<Action, { kind: 'stock' }>['stock'],
  most: number,
  costs: readonly CostItem[],
) => lever(id, zh, en, { kind: 'stock', stock: of }, costs, false, most);
