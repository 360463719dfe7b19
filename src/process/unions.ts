import { exp } from '../math/exp.ts';
import { HouseholdKind, NONE, Presence, Role, Sex, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { AGES } from '../scenario/city-data.ts';
import { changeResidence } from './change-residence.ts';
import { foundHousehold } from './split-household.ts';
import type { State } from './state.ts';

const YOUNGEST = 20;
const OLDEST = 50;
/** Men are on average this much older than their wives at marriage (2020 census, mean ages at first marriage). */
const AGE_GAP = 2;
/** Widest search around the wanted age. */
const SEARCH = 8;
/** Men who look for a partner for every woman who does: leaves women a choice and men a queue. */
const MEN_PER_WOMAN = 1.4;

/**
 * Unions of the year. Single women look for a partner with a hazard that peaks at `union.peakAge`; single men of the same
 * place (area and side) stand ready in order of age and row. Each woman takes the man nearest to the age she looks for.
 * The couple founds a household or lives with his parents; her young children come along. Registers stay as they are.
 */
export function unions(state: State): void {
  const { population } = state;
  const { persons } = population;
  const places = (state.city.areas.length + 2) * 2;
  const queues = queueMen(state, places);
  const { identity, lineage, presence, sex, age, spouse, work, residenceArea } = persons.columns;
  const hazard = hazardByAge(state, 0);
  const rows = persons.rows;
  for (let i = 0; i < rows; i++) {
    if (sex[i] !== Sex.female || spouse[i] !== NONE || presence[i] === Presence.gone) continue;
    const a = age[i]!;
    if (a < YOUNGEST || a > OLDEST || work[i] === Work.student) continue;
    if (uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.unionWoman) >= hazard[a]!) continue;
    const spread = uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.unionPartnerAge);
    const wanted = a + AGE_GAP + Math.floor(spread * 5) - 2;
    const man = takeMan(queues, placeOf(state, i), wanted);
    if (man === NONE) continue;
    marry(state, man, i);
    if (residenceArea[i]! < state.city.areas.length) state.ledger.events.unions[residenceArea[i]!]!++;
  }
}

/** Yearly chance to look for a partner, by age: a bell around the peak, shifted for men. */
function hazardByAge(state: State, shift: number): Float64Array {
  const p = state.parameters;
  const hazard = new Float64Array(AGES);
  for (let a = YOUNGEST; a < AGES; a++) {
    const z = (a - shift - p['union.peakAge']) / p['union.ageSpread'];
    hazard[a] = p['union.hazard'] * exp(-z * z);
  }
  return hazard;
}

/** Index of a place of living: area and side, with the two outside destinations at the end. */
function placeOf(state: State, i: number): number {
  const { residenceArea, residenceUrban } = state.population.persons.columns;
  const area = residenceArea[i]!;
  const index = area >= 250 ? state.city.areas.length + (area - 250) : area;
  return index * 2 + residenceUrban[i]!;
}

/** Single men ready to marry, by place and age: `start` and `end` delimit each queue in `men`. */
interface Queues {
  readonly men: Int32Array;
  readonly next: Int32Array;
  readonly end: Int32Array;
}

function queueMen(state: State, places: number): Queues {
  const { persons } = state.population;
  const { identity, lineage, presence, sex, age, spouse, work } = persons.columns;
  const hazard = hazardByAge(state, AGE_GAP);
  const ready: number[] = [];
  const count = new Int32Array(places * AGES + 1);
  for (let i = 0; i < persons.rows; i++) {
    if (sex[i] !== Sex.male || spouse[i] !== NONE || presence[i] === Presence.gone) continue;
    const a = age[i]!;
    if (a < YOUNGEST || a > OLDEST + SEARCH || work[i] === Work.student) continue;
    if (uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.unionMan) >= MEN_PER_WOMAN * hazard[a]!)
      continue;
    ready.push(i);
    count[placeOf(state, i) * AGES + a + 1]!++;
  }
  for (let cell = 0; cell < places * AGES; cell++) count[cell + 1]! += count[cell]!;
  const next = count.slice(0, places * AGES);
  const men = new Int32Array(ready.length);
  const fill = next.slice();
  for (const i of ready) men[fill[placeOf(state, i) * AGES + age[i]!]!++] = i;
  return { men, next, end: fill };
}

/** The next man of the place nearest to the wanted age, or NONE. */
function takeMan(queues: Queues, place: number, wanted: number): number {
  for (let distance = 0; distance <= SEARCH; distance++) {
    for (const a of distance === 0 ? [wanted] : [wanted + distance, wanted - distance]) {
      if (a < YOUNGEST || a >= AGES) continue;
      const cell = place * AGES + a;
      if (queues.next[cell]! < queues.end[cell]!) return queues.men[queues.next[cell]!++]!;
    }
  }
  return NONE;
}

function marry(state: State, man: number, woman: number): void {
  const { columns: p } = state.population.persons;
  const { columns: h } = state.population.households;
  p.spouse[man] = woman;
  p.spouse[woman] = man;
  const hers = p.household[woman]!;
  const own = uniform(state.key, p.identity[man]!, p.lineage[man]!, state.year, Decision.unionHousehold);
  const collective = h.kind[p.household[man]!] === HouseholdKind.collective;
  if (collective || (p.role[man] !== Role.head && own < state.parameters['union.newHousehold']))
    foundHousehold(state, man);
  const his = p.household[man]!;
  p.household[woman] = his;
  p.role[woman] = p.role[man] === Role.head ? Role.spouse : Role.other;
  takeChildrenAlong(state, woman, hers, his);
}

/** Children under 18 of the woman's old household, as last grouped, move into the new one and live with her. */
function takeChildrenAlong(state: State, woman: number, from: number, to: number): void {
  const { columns: p } = state.population.persons;
  for (let i = state.members.first[from]!; i !== NONE; i = state.members.next[i]!) {
    if (p.mother[i] !== woman || p.age[i]! >= 18 || p.household[i] !== from) continue;
    p.household[i] = to;
    p.role[i] = p.role[woman] === Role.spouse ? Role.child : Role.grandchild;
    if (p.residenceArea[i] !== p.residenceArea[woman] || p.residenceUrban[i] !== p.residenceUrban[woman]) {
      changeResidence(state, i, p.residenceArea[woman]!, p.residenceUrban[woman]!);
    }
  }
}
