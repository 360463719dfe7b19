import { boundTo } from '../population/bound.ts';
import { uniform } from '../random/draw.ts';
import { agendaOf } from './agenda/agenda.ts';
import type { State } from './state.ts';

/** Lifelong attributes are keyed by this year and none of the run. */
export const LIFELONG = 1990;

/** Uniform draws on [0, 1) of the persons and households of a workspace. */
export const drawsOf = boundTo((workspace) => {
  const { identity, lineage } = workspace.persons.columns;
  const { identity: leadIdentity, lineage: leadLineage } = agendaOf(workspace).households.columns;
  return {
    /** Draw of person i this year. */
    drawOf: ({ key, year }: State, i: number, decision: number): number =>
      uniform(key, identity[i], lineage[i], year, decision),

    /** Draw of person i, keyed by a year. */
    personDraw: (state: State, i: number, year: number, decision: number): number =>
      uniform(state.key, identity[i], lineage[i], year, decision),

    /** Draw of household h, keyed by its first reference person and a year. */
    householdDraw: (state: State, h: number, year: number, decision: number): number =>
      uniform(state.key, leadIdentity[h], leadLineage[h], year, decision),
  };
});
