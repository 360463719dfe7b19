import { equalTo, listRows, nonZero, withinRows, wordsOf } from '../../math/bytes.ts';
import { LEVER_GROUPS, leverGroup } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { Presence, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { RETIREMENT_AGE } from '../place/change-residence.ts';
import { tierIndex } from '../register/register-tier.ts';
import { type State, scratchOf } from '../state.ts';

/**
 * Work careers: retirement at 60, years of employee insurance adding up, informal workers in town finding insured jobs. Who finds
 * a job in a town at all is drawn in jobs.ts. Where start-up loans are given, some of those who work informally or look for work
 * start a business of their own, and leave their job to others.
 */
export const labour = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, work, insuredYears, residenceArea, residenceUrban } = workspace.persons.columns;
  const { registerArea, registerUrban } = workspace.persons.columns;
  const { formal } = agendaOf(workspace).persons.columns;
  const { wait } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const presences = wordsOf(presence);
  const works = wordsOf(work);
  const insurances = wordsOf(insuredYears);
  const sides = wordsOf(residenceUrban);

  return (state: State): void => {
    retire(state);
    countInsuredYears();
    startBusinesses(state);
    findInsuredWork(state);
  };

  /** All but farmers stop at 60; in the first year also those the base population has working beyond it. */
  function retire({ t }: State): void {
    const persons = workspace.persons.rows;
    if (t === 1) {
      for (let i = 0; i < persons; i++) if (age[i] >= RETIREMENT_AGE) stop(i);
      return;
    }
    const sixty = rowsEqual(age, persons, RETIREMENT_AGE, list);
    for (let n = 0; n < sixty; n++) stop(list[n]);
  }

  function stop(i: number): void {
    if (work[i] !== Work.none && work[i] !== Work.farm) work[i] = Work.retired;
  }

  function countInsuredYears(): void {
    const { rows } = workspace.persons;
    for (let w = 0; w << 2 < rows; w++) {
      const insured = equalTo(works[w], Work.formal);
      if (insured !== 0) insurances[w] = insurances[w] + (insured & nonZero(~insurances[w])); // 255 is the end
    }
  }

  /** Place of person i in a table by area and group of people; beyond its end for those outside the city. */
  function cellOf(i: number): number {
    const area = residenceArea[i];
    return area * LEVER_GROUPS + leverGroup(tierIndex(registerArea[i], area), registerUrban[i] === 0);
  }

  function startBusinesses(state: State): void {
    const { law, parameters: p, year } = state;
    const loans = byGroup(
      state,
      (a, group) => law.leverFor(a, year, 'jobs.startupLoan', group) * p['job.startupHazard'],
    );
    if (!loans.some((chance) => chance > 0)) return;
    const found = findWithoutSecureWork();
    for (let n = 0; n < found; n++) {
      const i = list[n];
      const chance = loans[cellOf(i)] ?? 0;
      if (chance === 0) continue;
      if (drawOf(state, i, Decision.startUp) < chance) work[i] = Work.selfEmployed;
    }
  }

  /**
   * Finds those present in towns who work informally or look for work: fills `list` with their rows and returns how
   * many there are.
   */
  function findWithoutSecureWork(): number {
    const { rows } = workspace.persons;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const doing = works[w];
      const inTown = presences[w] & sides[w] & withinRows(w, rows);
      const found = inTown & (equalTo(doing, Work.informal) | equalTo(doing, Work.seeking));
      if (found !== 0) count = listRows(found, w << 2, list, count);
    }
    return count;
  }

  /** Informal workers in towns and outside the city; subsidised training eases the way. */
  function findInsuredWork(state: State): void {
    const { hazards, law, parameters: p, year, t } = state;
    const bound = hazards.bounds[t].formal;
    const accept = byGroup(state, (a, group) => {
      const trained = law.leverFor(a, year, 'jobs.training', group);
      return (p['job.formalHazard'] * (1 + trained * (p['job.trainingGain'] - 1))) / bound;
    });
    const elsewhere = p['job.formalHazard'] / bound;
    const due = rowsEqual(formal, workspace.persons.rows, t, list);
    for (let n = 0; n < due; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      formal[i] = 0;
      if (work[i] !== Work.informal || residenceUrban[i] === 0) continue;
      formal[i] = wait(state, hazards.formal, i, age[i], t, Decision.becomeFormal);
      const draw = drawOf(state, i, Decision.becomeFormalAccepted);
      if (draw < (accept[cellOf(i)] ?? elsewhere)) work[i] = Work.formal;
    }
  }
});

/** A table by area and group of people (`leverGroup`). */
const byGroup = ({ city }: State, of: (area: number, group: number) => number): number[] =>
  Array.from({ length: city.areas.length * LEVER_GROUPS }, (_, cell) =>
    of(Math.floor(cell / LEVER_GROUPS), cell % LEVER_GROUPS),
  );
