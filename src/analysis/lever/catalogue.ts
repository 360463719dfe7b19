import { type Localized, text } from '../../language/language.ts';
import type { LeverName } from '../../policy/law.ts';
import { leverWords } from '../../policy/words.ts';
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
      text('落户零门槛', 'settling open to whoever lives in town'),
      { kind: 'zero-threshold' },
      [],
      true,
    ),
    measure('land.rightsKept', []),
    measure('information.landBelief', [
      assumed('settlement_pool', 10, [3, 30], 'leaflets and meetings a head a year, in the home village'),
    ]),
    measure('information.awareness', [
      assumed('settlement_pool', 20, [5, 60], 'leaflets, messages and advice a head a year'),
    ]),
    measure('information.mobilisation', [
      assumed('settlement_pool', 60, [20, 150], 'about an hour of an official’s time a household a year'),
    ]),
    measure('settlement.paperwork', [
      assumed('registered_population', 1, [0.3, 3], 'service windows and their upkeep a registered person a year'),
    ]),
    measure('permit.paperwork', [
      assumed('resident_population', 0.5, [0.2, 2], 'service windows and their upkeep a resident a year'),
    ]),
    measure('land.paidExit', [
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
    measure('school.enrolment', pupilCosts),
    stock('school.places', text('增加城镇学位', 'town school places added'), 'places', 0.5, [
      assumed('built', 60_000, [30_000, 120_000], 'building a place, without the land'),
      published(
        'built-year',
        12_792,
        [8647, 18_157],
        'budget spending a primary pupil: China 2022; range Henan 2019 to Inner Mongolia 2020',
      ),
    ]),
    stock('rental.dwellings', text('增加公租房', 'public rental dwellings added for incomers'), 'dwellings', 4, [
      assumed(
        'built',
        150_000,
        [100_000, 240_000],
        '60 m2 (the cap of 2011, recalled) at 2,500 yuan/m2 built, without the land; rents pay the upkeep',
      ),
    ]),
    lever(
      'rental.subsidy',
      text('提高租赁补贴', 'higher rent subsidy, share of the rent added'),
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
    measure('jobs.training', [
      assumed('settlement_pool', 75, [25, 200], 'a twentieth trained every year at 1,500 yuan'),
    ]),
    measure('jobs.hiringSubsidy', [
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
  name: Localized,
  action: Action,
  costs: readonly CostItem[],
  discrete = false,
  most = 1,
): Lever {
  return { id, name, action, off: 0, most, discrete, costs };
}

/** A lever of the law, under the name it has where a document is read. */
const measure = (id: LeverName, costs: readonly CostItem[]) =>
  lever(id, leverWords[id], { kind: 'measure', measure: id }, costs);

const stock = (
  id: string,
  name: Localized,
  of: Extract<Action, { kind: 'stock' }>['stock'],
  most: number,
  costs: readonly CostItem[],
) => lever(id, name, { kind: 'stock', stock: of }, costs, false, most);
