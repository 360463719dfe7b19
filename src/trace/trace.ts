import { explainEligibility, type RouteAnswer } from '../policy/explain-eligibility.ts';
import { HouseholdKind } from '../population/codes.ts';
import { adoptPopulation, type Population } from '../population/population.ts';
import { Place } from '../process/place/place-utilities.ts';
import { PersonApplicant } from '../process/settlement/applicant.ts';
import { type SettlementTerm, settlementTerms } from '../process/settlement/utility.ts';
import type { State } from '../process/state.ts';
import type { PlaceChoice, SettlementChoice, Watch } from '../process/watch.ts';
import type { Base } from '../run/job.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { eventsOf, type TraceEvent } from './events.ts';
import {
  areaCode,
  type HouseholdFacts,
  type MemberFacts,
  type Scene,
  type TraceRoute,
  takeSnapshot,
  traceRoute,
} from './facts.ts';
import { type SchoolPlace, townPupils } from './school.ts';
import { replay } from './trace-replicate.ts';

export type PlaceName = keyof typeof Place;

/** One place an adult could choose. The draw falls into [from, to) of the one chosen. */
export interface Alternative {
  readonly place: PlaceName;
  /** null where the place was not an alternative. */
  readonly utility: number | null;
  readonly probability: number;
  readonly from: number;
  readonly to: number;
}

export interface PlaceDecision {
  readonly person: number;
  readonly alternatives: readonly Alternative[];
  readonly draw: number;
  readonly chosen: PlaceName;
  readonly area: string;
}

/** What kept a household from settling: the first that holds, in this order. */
const gates = ['indifferent', 'not-willing', 'not-firm', 'did-not-act', 'no-open-route'] as const;
export type Gate = (typeof gates)[number];

export interface SettlementDecision {
  readonly person: number;
  /** Persons with a village register behind the decision. */
  readonly persons: number;
  readonly area: string;
  readonly terms: Readonly<Record<SettlementTerm, number>>;
  /** Sum of the terms; with constant and taste it is the value, null for those who see no difference. */
  readonly utility: number;
  readonly constant: number;
  readonly taste: number;
  readonly value: number | null;
  /** The value above which a household is willing, and above which it is firm. */
  readonly willingAbove: number;
  readonly firmAbove: number;
  readonly aware: boolean;
  readonly actChance: number;
  readonly actDraw: number;
  /** Day of the year on which the law was, or would have been, asked. */
  readonly day: number;
  readonly gate: Gate | null;
  /** Route and clause of the settlement; null behind a gate. */
  readonly settledBy: TraceRoute | null;
  /** Routes in force on the day, open or closed, with what is missing. */
  readonly routes: readonly RouteAnswer[];
}

export interface TraceYear {
  readonly year: number;
  /** At the end of the year; null before the household is founded. */
  household: HouseholdFacts | null;
  members: readonly MemberFacts[];
  readonly events: TraceEvent[];
  readonly places: PlaceDecision[];
  /** Pupils of the household in a town, and whether they got a place. */
  readonly school: SchoolPlace[];
  /** null where no adult of the household lives in a town without its register. */
  settlement: SettlementDecision | null;
}

/** The life course of one household in one replicate, year by year from the base year. */
export interface Trace {
  readonly scenario: string;
  readonly replicate: number;
  readonly household: number;
  readonly years: readonly TraceYear[];
}

/** A household that cannot be followed. */
export class Untraceable extends Error {
  readonly reason: 'unknown' | 'collective';
  /** Households of the replicate. */
  readonly households: number;

  constructor(reason: 'unknown' | 'collective', households: number) {
    super(`${reason} household`);
    this.name = 'Untraceable';
    this.reason = reason;
    this.households = households;
  }
}

/**
 * Runs one replicate again and follows a household.
 * @throws Untraceable for a household that never is, or is no family
 */
export function traceHousehold(inputs: Inputs, base: Base, replicate: number, household: number): Trace {
  const { households } = adoptPopulation(base.buffers);
  const { kind } = households.columns;
  if (household < households.rows && kind[household] === HouseholdKind.collective)
    throw new Untraceable('collective', households.rows);
  const recorder = record(household);
  replay(inputs, base, replicate, recorder);
  const { rows } = recorder.population().households;
  if (household >= rows) throw new Untraceable('unknown', rows);
  return { scenario: inputs.scenario.id, replicate, household, years: recorder.years };
}

/** Looks at the household before and after every step of every year, and keeps what its members decide. */
function record(h: number) {
  const years: TraceYear[] = [];
  const unserved = new Set<number>();
  let scene: Scene;
  let now = { household: null, members: new Map() } as ReturnType<typeof takeSnapshot>;
  const open = (): TraceYear => {
    const year: TraceYear = {
      year: scene.state.year,
      household: now.household,
      members: [...now.members.values()],
      events: [],
      places: [],
      school: [],
      settlement: null,
    };
    years.push(year);
    return year;
  };
  const onBegin = (state: State, population: Population): void => {
    scene = { state, population };
    now = takeSnapshot(scene, h);
    open();
  };
  const watch: Watch = {
    household: h,
    place: (choice) => years.at(-1)!.places.push(placeDecision(scene.state, choice)),
    settlement: (choice) => {
      years.at(-1)!.settlement = settlementDecision(scene, choice);
    },
    unserved: (person) => unserved.add(person),
  };
  const onStep = (step: string, run: () => void): void => {
    const year = years.at(-1)!.year === scene.state.year ? years.at(-1)! : open();
    const pupils = step === 'school' ? townPupils(scene.population, now.members.values()) : null;
    const before = now;
    run();
    if (pupils) year.school.push(...pupils(unserved));
    unserved.clear();
    now = takeSnapshot(scene, h);
    year.events.push(...eventsOf(scene, h, step, before, now));
    year.household = now.household;
    year.members = [...now.members.values()];
  };
  return { watch, onBegin, onStep, years, population: () => scene.population };
}

function placeDecision(state: State, { person, utility, probability, draw, chosen, area }: PlaceChoice): PlaceDecision {
  let from = 0;
  const names = Object.keys(Place) as PlaceName[];
  const alternatives = names.map((place): Alternative => {
    const j = Place[place];
    const start = from;
    from += probability[j];
    return { place, utility: finite(utility[j]), probability: probability[j], from: start, to: from };
  });
  return { person, alternatives, draw, chosen: names[chosen], area: areaCode(state, area) };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function settlementDecision({ state, population }: Scene, choice: SettlementChoice): SettlementDecision {
  const { anchors } = state;
  const { columns: c } = population.persons;
  const { person, persons, terms, taste, value, aware, actChance, actDraw, day, law, routes } = choice;
  const gate = gateOf(choice);
  const first = routes[0];
  const applicant = new PersonApplicant(population, state).of(person, day);
  return {
    person,
    persons,
    area: areaCode(state, c.residenceArea[person]),
    terms: Object.fromEntries(settlementTerms.map((term, t) => [term, terms[t]])) as Record<SettlementTerm, number>,
    utility: terms.reduce((sum, term) => sum + term, 0),
    constant: anchors.settlementConstant,
    taste,
    value: finite(value),
    willingAbove: 0,
    firmAbove: anchors.firmThreshold,
    aware,
    actChance,
    actDraw,
    day,
    gate,
    settledBy: gate === null && first ? traceRoute(first) : null,
    routes: explainEligibility(law, applicant).routes,
  };
}

function gateOf({ indifferent, willing, firm, actDraw, actChance, routes }: SettlementChoice): Gate | null {
  if (indifferent) return 'indifferent';
  if (!willing) return 'not-willing';
  if (!firm) return 'not-firm';
  if (actDraw >= actChance) return 'did-not-act';
  return routes.length === 0 ? 'no-open-route' : null;
}
