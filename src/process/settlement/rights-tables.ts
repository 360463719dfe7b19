import type { Law } from '../../policy/law.ts';
import { bestRight, type RightsFacts, serviceGap } from '../../policy/rights.ts';
import { boundTo } from '../../population/bound.ts';
import { registerTiers } from '../../population/codes.ts';
import { tierIndex } from '../register/register-tier.ts';
import type { State } from '../state.ts';
import { yearsInPlace } from './applicant.ts';

/** Years the rights of a law may tell apart: those beyond count as these. */
const LADDER_YEARS = 32;
const CELLS = registerTiers.length * 2 * LADDER_YEARS * LADDER_YEARS;

/** Services whose level is asked for, by number. */
export const Tabled = { schooling: 0, publicRental: 1, rentSubsidy: 2 } as const;
const SERVICES = ['schooling', 'public-rental', 'rent-subsidy'] as const;

/** What rights a law gives, by cell of facts; NaN where nobody has asked yet. */
interface RightsTables {
  readonly gap: Float64Array;
  /** [`Tabled`] */
  readonly levels: readonly Float64Array[];
}

const tablesOfLaws = new WeakMap<Law, RightsTables>();

function tablesOf(law: Law): RightsTables {
  const known = tablesOfLaws.get(law);
  if (known) return known;
  const empty = (): Float64Array => new Float64Array(CELLS).fill(Number.NaN);
  const tables = { gap: empty(), levels: SERVICES.map(empty) };
  tablesOfLaws.set(law, tables);
  return tables;
}

const factsOfCell = (cell: number): RightsFacts => ({
  tier: registerTiers[Math.floor(cell / (2 * LADDER_YEARS * LADDER_YEARS))],
  hasPermit: Math.floor(cell / (LADDER_YEARS * LADDER_YEARS)) % 2 === 1,
  yearsInTown: Math.floor(cell / LADDER_YEARS) % LADDER_YEARS,
  insuredYears: cell % LADDER_YEARS,
});

/** What the law gives the persons of a workspace: worked out once a law and cell of facts, then looked up. */
export const rightsOf = boundTo((workspace) => {
  const { age, registerArea, registerUrban, residenceArea, permitYear, arrivalYear, insuredYears } =
    workspace.persons.columns;
  let current: Law | null = null; // people are asked area by area: mostly the law is that of the one before
  let tables: RightsTables;

  /** Whether person i holds a town register where living. */
  function isRegisteredHere(i: number): boolean {
    return registerUrban[i] === 1 && registerArea[i] === residenceArea[i];
  }

  /** Share of the hukou's entitlements person i lacks today under the law, 0..1 (policy/rights.ts). */
  function gapOf({ year }: State, law: Law, i: number): number {
    if (law !== current) turnTo(law);
    const cell = cellOf(year, i);
    const known = tables.gap[cell];
    if (!Number.isNaN(known)) return known;
    const gap = serviceGap(law, factsOfCell(cell));
    tables.gap[cell] = gap;
    return gap;
  }

  /** Level of a service (`Tabled`) person i, who has no town register, is entitled to today, 0..1. */
  function levelOf({ year }: State, law: Law, service: number, i: number): number {
    if (law !== current) turnTo(law);
    const cell = cellOf(year, i);
    const levels = tables.levels[service];
    const known = levels[cell];
    if (!Number.isNaN(known)) return known;
    const level = bestRight(law, SERVICES[service], factsOfCell(cell))?.level ?? 0;
    levels[cell] = level;
    return level;
  }

  function turnTo(law: Law): void {
    current = law;
    tables = tablesOf(law);
  }

  /** Place of person i's facts in the tables: rights depend on tier, permit, years in town and years insured alone. */
  function cellOf(year: number, i: number): number {
    const tier = tierIndex(registerArea[i], residenceArea[i]);
    const permit = permitYear[i] === 0 ? 0 : 1;
    const years = Math.min(LADDER_YEARS - 1, yearsInPlace(arrivalYear[i], age[i], year));
    const insured = Math.min(LADDER_YEARS - 1, insuredYears[i]);
    return ((tier * 2 + permit) * LADDER_YEARS + years) * LADDER_YEARS + insured;
  }

  return { isRegisteredHere, gapOf, levelOf };
});
