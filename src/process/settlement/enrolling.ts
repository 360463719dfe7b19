import { boundTo } from '../../population/bound.ts';
import { HouseholdKind } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf, LIFELONG } from '../draws.ts';
import type { State } from '../state.ts';
import type { RowList } from './survey.ts';

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
