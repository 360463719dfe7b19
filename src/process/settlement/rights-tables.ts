import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { type Law, type Service, services } from '../../policy/law.ts';
import { bestRight, type RightsFacts, serviceGap, testsMet, testsOf } from '../../policy/rights.ts';
import { boundTo } from '../../population/bound.ts';
import { registerTiers } from '../../population/codes.ts';
import { tierIndex } from '../register/register-tier.ts';
import type { State } from '../state.ts';
import { PersonApplicant, yearsInPlace } from './applicant.ts';

/** Years the rights of a law may tell apart: those beyond count as these. */
const LADDER_YEARS = 32;
const CELLS = registerTiers.length * 2 * LADDER_YEARS * LADDER_YEARS;

/** Services whose level is asked for, by number. */
export const Tabled = { schooling: 0, publicRental: 1, rentSubsidy: 2 } as const;
const SERVICES = ['schooling', 'public-rental', 'rent-subsidy'] as const;

/**
 * What rights a law gives, by the tests of the law a person meets and by cell of facts; NaN where nobody has asked yet. Few
 * combinations of tests are ever met, so their cells are made when somebody meets them.
 */
interface RightsTables {
  readonly gap: Table;
  /** [`Tabled`] */
  readonly levels: readonly Table[];
}

interface Table {
  /** Tests of the law that decide, as bits. */
  readonly tests: number;
  readonly cells: Map<number, Float64Array>;
}

const tablesOfLaws = new WeakMap<Law, RightsTables>();

function tablesOf(law: Law): RightsTables {
  const known = tablesOfLaws.get(law);
  if (known) return known;
  const empty = (of: readonly Service[]): Table => ({ tests: testsOf(law, of), cells: new Map() });
  const tables = { gap: empty(services), levels: SERVICES.map((service) => empty([service])) };
  tablesOfLaws.set(law, tables);
  return tables;
}

/** The cells of those who meet some tests. */
function cellsOf({ cells }: Table, meets: number): Float64Array {
  let found = cells.get(meets);
  if (found === undefined) {
    found = new Float64Array(CELLS).fill(Number.NaN);
    cells.set(meets, found);
  }
  return found;
}

const factsOfCell = (cell: number, meets: number): RightsFacts => ({
  tier: registerTiers[Math.floor(cell / (2 * LADDER_YEARS * LADDER_YEARS))],
  hasPermit: Math.floor(cell / (LADDER_YEARS * LADDER_YEARS)) % 2 === 1,
  yearsInTown: Math.floor(cell / LADDER_YEARS) % LADDER_YEARS,
  insuredYears: cell % LADDER_YEARS,
  meets,
});

/** What the law gives the persons of a workspace: worked out once a law and cell of facts, then looked up. */
export const rightsOf = boundTo((workspace) => {
  const { age, registerArea, registerUrban, residenceArea, permitYear, arrivalYear, insuredYears } =
    workspace.persons.columns;
  let current: Law | null = null; // people are asked area by area: mostly the law is that of the one before
  let tables: RightsTables;
  let asked: State | null = null;
  let applicant: PersonApplicant;

  /** Whether person i holds a town register where living. */
  function isRegisteredHere(i: number): boolean {
    return registerUrban[i] === 1 && registerArea[i] === residenceArea[i];
  }

  /** Share of the hukou's entitlements person i lacks today under the law, 0..1 (policy/rights.ts). */
  function gapOf(state: State, law: Law, i: number): number {
    if (law !== current) turnTo(law);
    const meets = meetsOf(state, law, tables.gap.tests, i);
    const cells = cellsOf(tables.gap, meets);
    const cell = cellOf(state.year, i);
    const known = cells[cell];
    if (!Number.isNaN(known)) return known;
    const gap = serviceGap(law, factsOfCell(cell, meets));
    cells[cell] = gap;
    return gap;
  }

  /** Level of a service (`Tabled`) person i, who has no town register, is entitled to today, 0..1. */
  function levelOf(state: State, law: Law, service: number, i: number): number {
    if (law !== current) turnTo(law);
    const table = tables.levels[service];
    const meets = meetsOf(state, law, table.tests, i);
    const cells = cellsOf(table, meets);
    const cell = cellOf(state.year, i);
    const known = cells[cell];
    if (!Number.isNaN(known)) return known;
    const level = bestRight(law, SERVICES[service], factsOfCell(cell, meets))?.level ?? 0;
    cells[cell] = level;
    return level;
  }

  /** The tests of the law, of those in the mask, that person i meets. */
  function meetsOf(state: State, law: Law, mask: number, i: number): number {
    if (mask === 0) return 0;
    if (asked !== state) {
      asked = state;
      applicant = new PersonApplicant(workspace, state);
    }
    return testsMet(law, applicant.of(i, MIDDLE_OF_YEAR), mask);
  }

  function turnTo(law: Law): void {
    current = law;
    tables = tablesOf(law);
  }

  /** Place of person i's facts in the tables: by tier, permit, years in town and years insured. */
  function cellOf(year: number, i: number): number {
    const tier = tierIndex(registerArea[i], residenceArea[i]);
    const permit = permitYear[i] === 0 ? 0 : 1;
    const years = Math.min(LADDER_YEARS - 1, yearsInPlace(arrivalYear[i], age[i], year));
    const insured = Math.min(LADDER_YEARS - 1, insuredYears[i]);
    return ((tier * 2 + permit) * LADDER_YEARS + years) * LADDER_YEARS + insured;
  }

  return { isRegisteredHere, gapOf, levelOf };
});
