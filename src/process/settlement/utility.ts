import { log } from '../../math/log.ts';
import { type Law, leverGroup } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE, Tenure } from '../../population/codes.ts';
import { membersOf } from '../members.ts';
import { schoolYears } from '../place/place-utilities.ts';
import { sharesOf } from '../place/village-shares.ts';
import { tierIndex } from '../register/register-tier.ts';
import type { State } from '../state.ts';
import { compound, PRICE_YEAR } from '../work/incomes.ts';
import { yearsInPlace } from './applicant.ts';
import { rightsOf } from './rights-tables.ts';

/** Age from which each year lowers the wish. */
const AGE_KNEE = 40;
/** More years in town than this add nothing. */
const YEARS_LIMIT = 30;

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

/** What settling is worth to the adults of a workspace. */
export const utilityOf = boundTo((workspace) => {
  const { age: ages, education, household, registerUrban, arrivalYear, insuredYears } = workspace.persons.columns;
  const { registerArea, residenceArea, residenceUrban } = workspace.persons.columns;
  const { kind, village, landMu, tenure } = workspace.households.columns;
  const { homestead: hasHomestead, herder: isHerder, landBelief: believes } = workspace.households.columns;
  const { first, next, atHome, inTown, outside } = membersOf(workspace);
  const { settled } = sharesOf(workspace);
  const { gapOf } = rightsOf(workspace);

  /**
   * Systematic utility of settling for the deciding adult i of a household, without the city constant and the taste
   * (src/process/README.md gives the equation). A term that does not apply is zero.
   * @param into where given, takes the terms, by their place in `settlementTerms`
   */
  function settlementUtility(state: State, law: Law, i: number, into?: Float64Array): number {
    const { parameters: p } = state;
    const h = household[i];
    const v = village[h];
    const years = ages[i];
    const stay = Math.min(YEARS_LIMIT, yearsInPlace(arrivalYear[i], years, state.year));
    const gap = (gapOf(state, law, i) - state.anchors.serviceGapMean) / p['settlement.serviceGapSpread'];
    const family = kind[h] !== HouseholdKind.collective;
    // what a family leaves in the village weighs on those whose register is still there
    const villager = family && registerUrban[i] === 0;
    const farms = villager && landMu[h] > 0;

    const schooling = p['settlement.schooling'] * schoolYears(education[i]);
    const age = p['settlement.age'] * (years > AGE_KNEE ? years - AGE_KNEE : 0);
    const yearsInTown = p['settlement.yearsInTown'] * stay;
    const serviceGain = p['settlement.serviceGain'] * gap;
    const group = leverGroup(tierIndex(registerArea[i], residenceArea[i]), registerUrban[i] === 0);
    const hassle = p['settlement.hassle'] * (1 - law.reach['settlement.paperwork'][group]);
    const peers = v === NONE ? 0 : p['settlement.peers'] * (settled[v] - state.anchors.settledMean);
    const insured = insuredYears[i] > 0 ? p['settlement.insured'] : 0;
    const owns = family && tenure[h] === Tenure.own ? p['settlement.owns'] : 0;
    const homestead = villager && hasHomestead[h] === 1 ? p['settlement.homestead'] : 0;
    const herder = villager && isHerder[h] === 1 ? p['settlement.herder'] : 0;
    const land = farms ? p['settlement.land'] : 0;
    const landBelief = farms && believes[h] === 1 ? p['settlement.landBelief'] : 0;
    const exitIncome = farms ? exitIncomeTerm(state, law, landMu[h] / familySize(h)) : 0;
    const schoolChild = family && hasSchoolChildInTown(i, h) ? p['settlement.schoolChild'] : 0;

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

  function familySize(h: number): number {
    return Math.max(1, atHome[h] + inTown[h] + outside[h]);
  }

  /** A child of 6-14 of the household in the same town. */
  function hasSchoolChildInTown(i: number, h: number): boolean {
    for (let j = first[h]; j !== NONE; j = next[j]) {
      const years = ages[j];
      if (years >= 6 && years <= 14 && residenceUrban[j] === 1 && residenceArea[j] === residenceArea[i]) return true;
    }
    return false;
  }

  return settlementUtility;
});

/** The yearly annuity of a paid exit against village income, both a head, in logs; zero where the law offers none. */
function exitIncomeTerm({ parameters: p, year }: State, law: Law, muAHead: number): number {
  const exit = law.levers['land.paidExit'];
  if (exit === 0) return 0;
  const income = p['income.village'] * compound(p['income.villageGrowth'], year - PRICE_YEAR);
  return p['settlement.exitIncome'] * log(1 + (exit * muAHead * p['settlement.exitYuanPerMu']) / income);
}
