import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, isInCity } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf, LIFELONG } from '../draws.ts';
import type { State } from '../state.ts';

/** Base-year households in the pool of settlement that are asked every year; all of them where there are fewer. */
const ASKED = 10_000;

/**
 * The yearly survey of a run. Who is willing, firm, aware and eligible is a question to everybody, while only those who come to
 * act matter for the course of events: so the shares are taken from a random part of the households, the same ones every year,
 * and carry a sampling error of about 0.4 percentage points of a share in a whole city.
 */
export interface Survey {
  /** Share of the families and of the people in dormitories who are asked. */
  readonly rate: number;
  readonly families: RowList;
  /** People in collective households, who decide each for themselves. */
  readonly alone: RowList;
}

/** A list of rows that grows. */
interface RowList {
  rows: Int32Array;
  count: number;
}

/** Opens the survey: the share asked depends on the base population alone. */
export function openSurvey(population: Population): Survey {
  const pool = householdsInPool(population);
  const list = (): RowList => ({ rows: new Int32Array(4096), count: 0 });
  return { rate: pool <= ASKED ? 1 : ASKED / pool, families: list(), alone: list() };
}

/** Puts families and people in dormitories of a workspace on the lists of the survey. */
export const enrolling = boundTo((workspace) => {
  const { household } = workspace.persons.columns;
  const { kind } = workspace.households.columns;
  const { personDraw, householdDraw } = drawsOf(workspace);

  /** Draws who of the base population is asked. */
  function enrolEverybody(state: State): void {
    const { persons, households } = workspace;
    for (let h = 0; h < households.rows; h++) if (kind[h] === HouseholdKind.family) enrolFamily(state, h);
    for (let i = 0; i < persons.rows; i++) if (kind[household[i]] === HouseholdKind.collective) enrolAlone(state, i);
  }

  /** Puts a family on the list if it is drawn. Membership is for life. */
  function enrolFamily(state: State, h: number): void {
    const { rate, families } = state.survey;
    if (rate >= 1 || householdDraw(state, h, LIFELONG, Decision.surveyed) < rate) append(families, h);
  }

  /** Puts somebody in a dormitory on the list if drawn. */
  function enrolAlone(state: State, i: number): void {
    const { rate, alone } = state.survey;
    if (rate >= 1 || personDraw(state, i, LIFELONG, Decision.surveyed) < rate) append(alone, i);
  }

  return { enrolEverybody, enrolFamily, enrolAlone };
});

function append(list: RowList, row: number): void {
  if (list.count === list.rows.length) {
    const longer = new Int32Array(2 * list.rows.length);
    longer.set(list.rows);
    list.rows = longer;
  }
  list.rows[list.count++] = row;
}

/** Families with somebody in a town of the city who holds no town register there. */
function householdsInPool({ persons, households }: Population): number {
  const { household, residenceArea, residenceUrban, registerArea, registerUrban } = persons.columns;
  const seen = new Uint8Array(households.rows);
  let count = 0;
  for (let i = 0; i < persons.rows; i++) {
    if (residenceUrban[i] === 0 || !isInCity(residenceArea[i])) continue;
    if (registerUrban[i] === 1 && registerArea[i] === residenceArea[i]) continue;
    const h = household[i];
    count += 1 - seen[h];
    seen[h] = 1;
  }
  return count;
}
