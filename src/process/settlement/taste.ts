import { logit } from '../../math/logistic.ts';
import { boundTo } from '../../population/bound.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import type { State } from '../state.ts';

/**
 * The taste of the families of a workspace. Each year it is drawn anew with 1 - `tasteCorrelation`, else kept: the logistic margin is
 * exact every year. Worked out when asked, for few are; whether and when it was asked for before makes no difference.
 */
export const tastesOf = boundTo((workspace) => {
  const { taste } = workspace.households.columns;
  const { taste: due } = agendaOf(workspace).households.columns;
  const { householdDraw } = drawsOf(workspace);
  const { waitOfHousehold } = waitsOf(workspace);

  return function tasteOf(state: State, h: number): number {
    while (due[h] <= state.t) {
      const renewed = due[h];
      taste[h] = standardLogistic(householdDraw(state, h, state.baseYear + renewed, Decision.tasteDraw));
      due[h] = waitOfHousehold(state, state.hazards.taste, h, renewed, Decision.tasteKeep);
    }
    return taste[h];
  };
});

/** Quantile of the standard logistic, kept finite at the ends of [0, 1). */
export const standardLogistic = (draw: number): number => logit(draw < 1e-15 ? 1e-15 : draw);
