import { equalTo, listRows, nonZero, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { wait } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { RETIREMENT_AGE } from './change-residence.ts';
import type { State } from './state.ts';

/**
 * Work careers: retirement at 60, years of employee insurance adding up, informal workers in town finding insured jobs. Who finds
 * a job in a town at all is drawn in jobs.ts. Where start-up loans are given, some of those who work informally or look for work
 * start a business of their own, and leave their job to others.
 */
export function labour(state: State): void {
  retire(state);
  countInsuredYears(state);
  startBusinesses(state);
  findInsuredWork(state);
}

/** All but farmers stop at 60; in the first year also those the base population has working beyond it. */
function retire({ population, rows, t }: State): void {
  const { persons } = population;
  const { age, work } = persons.columns;
  const stop = (i: number): void => {
    if (work[i] !== Work.none && work[i] !== Work.farm) work[i] = Work.retired;
  };
  if (t === 1) {
    for (let i = 0; i < persons.rows; i++) if (age[i]! >= RETIREMENT_AGE) stop(i);
    return;
  }
  const sixty = rowsEqual(age, persons.rows, RETIREMENT_AGE, rows);
  for (let n = 0; n < sixty; n++) stop(rows[n]!);
}

function countInsuredYears({ population }: State): void {
  addInsuredYear(population)(population.persons.rows);
}

const addInsuredYear = boundTo(({ persons: { columns } }) => {
  const [work, insuredYears] = [wordsOf(columns.work), wordsOf(columns.insuredYears)];
  return (rows: number): void => {
    for (let w = 0; w << 2 < rows; w++) {
      const insured = equalTo(work[w]!, Work.formal);
      if (insured !== 0) insuredYears[w] = insuredYears[w]! + (insured & nonZero(~insuredYears[w]!)); // 255 is the end
    }
  };
});

function startBusinesses(state: State): void {
  const { population, law, parameters: p, key, year, rows } = state;
  const { persons } = population;
  const { identity, lineage, work, residenceArea } = persons.columns;
  const loans = state.city.areas.map((_, a) => law.lever(a, year, 'jobs.startupLoan') * p['job.startupHazard']);
  if (!loans.some((chance) => chance > 0)) return;
  const found = withoutSecureWork(population)(persons.rows, rows);
  for (let n = 0; n < found; n++) {
    const i = rows[n]!;
    const chance = loans[residenceArea[i]!] ?? 0;
    if (chance === 0) continue;
    if (uniform(key, identity[i]!, lineage[i]!, year, Decision.startUp) < chance) work[i] = Work.selfEmployed;
  }
}

/** Finds those present in towns who work informally or look for work: fills `into` with their rows and returns how many there are. */
const withoutSecureWork = boundTo(({ persons: { columns: c } }) => {
  const [presence, work, residenceUrban] = [wordsOf(c.presence), wordsOf(c.work), wordsOf(c.residenceUrban)];
  return (rows: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const doing = work[w]!;
      const inTown = presence[w]! & residenceUrban[w]! & withinRows(w, rows);
      const found = inTown & (equalTo(doing, Work.informal) | equalTo(doing, Work.seeking));
      if (found !== 0) count = listRows(found, w << 2, into, count);
    }
    return count;
  };
});

/** Informal workers in towns and outside the city; subsidised training eases the way. */
function findInsuredWork(state: State): void {
  const { population, agenda, hazards, law, parameters: p, key, year, t, rows } = state;
  const { persons } = population;
  const { identity, lineage, presence, age, work, residenceArea, residenceUrban } = persons.columns;
  const { formal } = agenda.persons.columns;
  const bound = hazards.bounds[t]!.formal;
  const accept = state.city.areas.map((_, a) => {
    const trained = law.lever(a, year, 'jobs.training');
    return (p['job.formalHazard'] * (1 + trained * (p['job.trainingGain'] - 1))) / bound;
  });
  const elsewhere = p['job.formalHazard'] / bound;
  const due = rowsEqual(formal, persons.rows, t, rows);
  for (let n = 0; n < due; n++) {
    const i = rows[n]!;
    if (presence[i] === Presence.gone) continue;
    formal[i] = 0;
    if (work[i] !== Work.informal || residenceUrban[i] === 0) continue;
    formal[i] = wait(state, hazards.formal, i, age[i]!, t, Decision.becomeFormal);
    const draw = uniform(key, identity[i]!, lineage[i]!, year, Decision.becomeFormalAccepted);
    if (draw < (accept[residenceArea[i]!] ?? elsewhere)) work[i] = Work.formal;
  }
}
