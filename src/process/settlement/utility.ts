import { log } from '../../math/log.ts';
import type { Law } from '../../policy/law.ts';
import { bestRight, type RightsFacts, serviceGap } from '../../policy/rights.ts';
import { HouseholdKind, NONE, Tenure } from '../../population/codes.ts';
import { registerTiers } from '../../population/ledger.ts';
import { compound } from '../incomes.ts';
import { schoolYears } from '../place.ts';
import { tierIndex } from '../register-tier.ts';
import type { State } from '../state.ts';
import { yearsInPlace } from './applicant.ts';

/** Age from which each year lowers the wish. */
const AGE_KNEE = 40;
/** More years in town than this add nothing. */
const YEARS_LIMIT = 30;

/** Years the rights of a law may tell apart: those beyond count as these. */
const LADDER_YEARS = 32;

/** Whether person i holds a town register where living. */
export function isRegisteredHere({ population }: Pick<State, 'population'>, i: number): boolean {
  const { registerArea, registerUrban, residenceArea } = population.persons.columns;
  return registerUrban[i] === 1 && registerArea[i] === residenceArea[i];
}

/** Place of person i's facts in the tables of a law: rights depend on tier, permit, years in town and years insured alone. */
function cellOf(state: State, i: number): number {
  const { columns: c } = state.population.persons;
  const tier = tierIndex(c.registerArea[i]!, c.residenceArea[i]!);
  const permit = c.permitYear[i] === 0 ? 0 : 1;
  const years = Math.min(LADDER_YEARS - 1, yearsInPlace(c.arrivalYear[i]!, c.age[i]!, state.year));
  const insured = Math.min(LADDER_YEARS - 1, c.insuredYears[i]!);
  return ((tier * 2 + permit) * LADDER_YEARS + years) * LADDER_YEARS + insured;
}

const factsOfCell = (cell: number): RightsFacts => ({
  tier: registerTiers[Math.floor(cell / (2 * LADDER_YEARS * LADDER_YEARS))]!,
  hasPermit: Math.floor(cell / (LADDER_YEARS * LADDER_YEARS)) % 2 === 1,
  yearsInTown: Math.floor(cell / LADDER_YEARS) % LADDER_YEARS,
  insuredYears: cell % LADDER_YEARS,
});

/** Share of the hukou's entitlements person i lacks today under the law, 0..1 (policy/rights.ts). */
export const gapOf = (state: State, law: Law, i: number): number =>
  lookUp(gapTables, law, cellOf(state, i), (facts) => serviceGap(law, facts));

/** Level of a service person i, who has no town register, is entitled to today, 0..1. */
export const levelOf = (state: State, law: Law, service: TabledService, i: number): number =>
  lookUp(levelTables[service], law, cellOf(state, i), (facts) => bestRight(law, service, facts)?.level ?? 0);

type TabledService = 'schooling' | 'public-rental' | 'rent-subsidy';
type Tables = WeakMap<Law, Float64Array>;
const gapTables: Tables = new WeakMap();
const levelTables: Readonly<Record<TabledService, Tables>> = {
  schooling: new WeakMap(),
  'public-rental': new WeakMap(),
  'rent-subsidy': new WeakMap(),
};

/** A value that depends on law and facts alone, worked out when first asked for. */
function lookUp(tables: Tables, law: Law, cell: number, work: (facts: RightsFacts) => number): number {
  let table = tables.get(law);
  if (!table) {
    table = new Float64Array(registerTiers.length * 2 * LADDER_YEARS * LADDER_YEARS).fill(Number.NaN);
    tables.set(law, table);
  }
  if (Number.isNaN(table[cell])) table[cell] = work(factsOfCell(cell));
  return table[cell]!;
}

/** Terms of the utility of settling, each named after its weight `settlement.*`. */
export const settlementTerms = [
  'schooling',
  'age',
  'yearsInTown',
  'serviceGain',
  'hassle',
  'peers',
  'insured',
  'owns',
  'homestead',
  'herder',
  'land',
  'landBelief',
  'exitIncome',
  'schoolChild',
] as const;
export type SettlementTerm = (typeof settlementTerms)[number];

/**
 * Systematic utility of settling for the deciding adult i of a household, without the city constant and the taste
 * (src/process/README.md gives the equation). A term that does not apply is zero.
 * @param into where given, takes the terms, by their place in `settlementTerms`
 */
export function settlementUtility(state: State, law: Law, i: number, into?: Float64Array): number {
  const { parameters: p, population } = state;
  const { columns: c } = population.persons;
  const { columns: hh } = population.households;
  const h = c.household[i]!;
  const v = hh.village[h]!;
  const years = c.age[i]!;
  const stay = Math.min(YEARS_LIMIT, yearsInPlace(c.arrivalYear[i]!, years, state.year));
  const gap = (gapOf(state, law, i) - state.anchors.serviceGapMean) / p['settlement.serviceGapSpread'];
  const family = hh.kind[h] !== HouseholdKind.collective;
  // what a family leaves in the village weighs on those whose register is still there
  const villager = family && c.registerUrban[i] === 0;
  const farms = villager && hh.landMu[h]! > 0;

  const schooling = p['settlement.schooling'] * schoolYears(c.education[i]!);
  const age = p['settlement.age'] * (years > AGE_KNEE ? years - AGE_KNEE : 0);
  const yearsInTown = p['settlement.yearsInTown'] * stay;
  const serviceGain = p['settlement.serviceGain'] * gap;
  const hassle = p['settlement.hassle'] * (1 - law.levers['settlement.paperwork']);
  const peers = v === NONE ? 0 : p['settlement.peers'] * (state.villages.settled[v]! - state.anchors.settledMean);
  const insured = c.insuredYears[i]! > 0 ? p['settlement.insured'] : 0;
  const owns = family && hh.tenure[h] === Tenure.own ? p['settlement.owns'] : 0;
  const homestead = villager && hh.homestead[h] === 1 ? p['settlement.homestead'] : 0;
  const herder = villager && hh.herder[h] === 1 ? p['settlement.herder'] : 0;
  const land = farms ? p['settlement.land'] : 0;
  const landBelief = farms && hh.landBelief[h] === 1 ? p['settlement.landBelief'] : 0;
  const exitIncome = farms ? exitIncomeTerm(state, law, hh.landMu[h]! / familySize(state, h)) : 0;
  const schoolChild = family && hasSchoolChildInTown(state, i, h) ? p['settlement.schoolChild'] : 0;

  if (into) {
    const terms: Record<SettlementTerm, number> = {
      schooling,
      age,
      yearsInTown,
      serviceGain,
      hassle,
      peers,
      insured,
      owns,
      homestead,
      herder,
      land,
      landBelief,
      exitIncome,
      schoolChild,
    };
    settlementTerms.forEach((term, t) => {
      into[t] = terms[term];
    });
  }
  return (
    schooling +
    age +
    yearsInTown +
    serviceGain +
    hassle +
    peers +
    insured +
    owns +
    homestead +
    herder +
    land +
    landBelief +
    exitIncome +
    schoolChild
  );
}

const familySize = ({ members }: State, h: number): number =>
  Math.max(1, members.atHome[h]! + members.inTown[h]! + members.outside[h]!);

/** The yearly annuity of a paid exit against village income, both a head, in logs; zero where the law offers none. */
function exitIncomeTerm({ parameters: p, year }: State, law: Law, muAHead: number): number {
  const exit = law.levers['land.paidExit'];
  if (exit === 0) return 0;
  const income = p['income.village'] * compound(p['income.villageGrowth'], year - 2020);
  return p['settlement.exitIncome'] * log(1 + (exit * muAHead * p['settlement.exitYuanPerMu']) / income);
}

/** A child of 6-14 of the household in the same town. */
function hasSchoolChildInTown(state: State, i: number, h: number): boolean {
  const { age, residenceArea, residenceUrban } = state.population.persons.columns;
  for (let j = state.members.first[h]!; j !== NONE; j = state.members.next[j]!) {
    const a = age[j]!;
    if (a >= 6 && a <= 14 && residenceUrban[j] === 1 && residenceArea[j] === residenceArea[i]) return true;
  }
  return false;
}
