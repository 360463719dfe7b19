import { enterRegister, RegisterChannel } from '../population/balance.ts';
import { Education, isInCity, Outside, Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { changeResidence } from './change-residence.ts';
import { leavePopulation } from './leave-population.ts';
import type { State } from './state.ts';

const PRIMARY_AGE = 6;
const JUNIOR_AGE = 12;
const SENIOR_AGE = 15;
const COLLEGE_AGE = 18;
const GRADUATION_AGE = 22;

/**
 * School careers. Primary and junior secondary are compulsory (Compulsory Education Law); senior secondary and college are
 * drawn. College entrants mostly leave the city; some take their register along (入学迁户口): a door of the register that is
 * not a choice to settle.
 */
export function education(state: State): void {
  const { persons } = state.population;
  const { presence, age, education: level, work } = persons.columns;
  for (let i = 0; i < persons.rows; i++) {
    const a = age[i]!;
    if (a > GRADUATION_AGE || presence[i] === Presence.gone) continue;
    if (a === PRIMARY_AGE) level[i] = Education.primary;
    else if (a === JUNIOR_AGE) level[i] = Education.juniorSecondary;
    else if (a === SENIOR_AGE) enterSeniorSecondary(state, i);
    else if (a === COLLEGE_AGE && work[i] === Work.student) enterCollege(state, i);
    else if (a === GRADUATION_AGE && work[i] === Work.student) work[i] = firstWork(state, i);
  }
}

/** What a young person out of school does: farm work in a village, looking for work in a town, any work outside the city. */
function firstWork(state: State, i: number): number {
  const { residenceArea, residenceUrban } = state.population.persons.columns;
  if (!isInCity(residenceArea[i]!)) return Work.informal;
  return residenceUrban[i] === 1 ? Work.seeking : Work.farm;
}

function enterSeniorSecondary(state: State, i: number): void {
  const { columns: p } = state.population.persons;
  const draw = uniform(state.key, p.identity[i]!, p.lineage[i]!, state.year, Decision.seniorSchool);
  const enters = draw < state.parameters['education.seniorShare'];
  if (enters) p.education[i] = Education.seniorSecondary;
  p.work[i] = enters ? Work.student : firstWork(state, i);
}

function enterCollege(state: State, i: number): void {
  const { columns: p } = state.population.persons;
  const { parameters, year, key } = state;
  const draw = (decision: number): number => uniform(key, p.identity[i]!, p.lineage[i]!, year, decision);
  if (draw(Decision.college) >= parameters['education.collegeShare']) {
    p.work[i] = firstWork(state, i);
    return;
  }
  p.education[i] = Education.college;
  if (!isInCity(p.residenceArea[i]!) || draw(Decision.collegeOutside) >= parameters['education.collegeOutside']) return;
  const inProvince = draw(Decision.collegeProvince) < parameters['base.awayProvinceShare'];
  changeResidence(state, i, inProvince ? Outside.province : Outside.nation, 1);
  if (!isInCity(p.registerArea[i]!)) return;
  if (draw(Decision.collegeRegister) < parameters['education.registerAtAdmission']) {
    state.ledger.events.registerOutStudents[p.registerArea[i]!]!++;
    enterRegister(state.ledger.balance, RegisterChannel.students, p.registerArea[i]!, -1, -p.registerUrban[i]!);
    leavePopulation(state, i);
  }
}
