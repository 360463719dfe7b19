import { Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import type { State } from './state.ts';

const RETIREMENT_AGE = 60;

/**
 * Work careers: retirement at 60, informal workers in town finding insured jobs, years of employee insurance adding up.
 * Who finds a job in a town at all is drawn in jobs.ts. Where start-up loans are given, some of those who work informally or look
 * for work start a business of their own, and leave their job to others.
 */
export function labour(state: State): void {
  const { persons } = state.population;
  const { identity, lineage, presence, age, work, insuredYears, residenceArea, residenceUrban } = persons.columns;
  const p = state.parameters;
  // subsidised training eases the way into insured work
  const chance = state.city.areas.map((_, a) => {
    const trained = state.law.lever(a, state.year, 'jobs.training');
    return Math.min(1, p['job.formalHazard'] * (1 + trained * (p['job.trainingGain'] - 1)));
  });
  const loans = state.city.areas.map(
    (_, a) => state.law.lever(a, state.year, 'jobs.startupLoan') * p['job.startupHazard'],
  );
  const startsBusiness = (i: number, doing: number): boolean => {
    if ((doing !== Work.informal && doing !== Work.seeking) || residenceUrban[i] === 0) return false;
    const hazard = loans[residenceArea[i]!] ?? 0;
    return hazard > 0 && uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.startUp) < hazard;
  };
  for (let i = 0; i < persons.rows; i++) {
    const doing = work[i]!;
    if (doing === Work.none || doing === Work.retired || presence[i] === Presence.gone) continue;
    if (age[i]! >= RETIREMENT_AGE && doing !== Work.farm) {
      work[i] = Work.retired;
    } else if (doing === Work.formal) {
      if (insuredYears[i]! < 255) insuredYears[i]!++;
    } else if (startsBusiness(i, doing)) {
      work[i] = Work.selfEmployed;
    } else if (doing === Work.informal && residenceUrban[i] === 1) {
      const draw = uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.becomeFormal);
      if (draw < (chance[residenceArea[i]!] ?? p['job.formalHazard'])) work[i] = Work.formal;
    }
  }
}
