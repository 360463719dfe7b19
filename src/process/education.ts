import { equalTo, listRows, withinRows, wordsOf } from '../math/bytes.ts';
import { enterRegister, RegisterChannel } from '../population/balance.ts';
import { boundTo } from '../population/bound.ts';
import { Education, isInCity, Outside, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { review } from './agenda/agenda.ts';
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
  const { age, education: level, work } = persons.columns;
  const found = atTurningPoints(state.population)(persons.rows, state.rows);
  for (let n = 0; n < found; n++) {
    const i = state.rows[n]!;
    const years = age[i]!;
    if (years === PRIMARY_AGE) level[i] = Education.primary;
    else if (years === JUNIOR_AGE) level[i] = Education.juniorSecondary;
    else if (years === SENIOR_AGE) enterSeniorSecondary(state, i);
    else if (work[i] !== Work.student) continue;
    else if (years === COLLEGE_AGE) enterCollege(state, i);
    else beginWork(state, i);
  }
}

/** Finds everybody present of an age at which school changes: fills `into` with their rows and returns how many there are. */
const atTurningPoints = boundTo(({ persons: { columns } }) => {
  const [presence, age] = [wordsOf(columns.presence), wordsOf(columns.age)];
  return (rows: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const years = age[w]!;
      const below18 = equalTo(years, PRIMARY_AGE) | equalTo(years, JUNIOR_AGE) | equalTo(years, SENIOR_AGE);
      const turning = below18 | equalTo(years, COLLEGE_AGE) | equalTo(years, GRADUATION_AGE);
      const found = turning & presence[w]! & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, into, count);
    }
    return count;
  };
});

/** What a young person out of school does: farm work in a village, looking for work in a town, any work outside the city. */
function beginWork(state: State, i: number): void {
  const { residenceArea, residenceUrban, work } = state.population.persons.columns;
  if (!isInCity(residenceArea[i]!)) work[i] = Work.informal;
  else work[i] = residenceUrban[i] === 1 ? Work.seeking : Work.farm;
  review(state, i);
}

function enterSeniorSecondary(state: State, i: number): void {
  const { columns: p } = state.population.persons;
  const draw = uniform(state.key, p.identity[i]!, p.lineage[i]!, state.year, Decision.seniorSchool);
  const enters = draw < state.parameters['education.seniorShare'];
  if (enters) p.education[i] = Education.seniorSecondary;
  if (enters) p.work[i] = Work.student;
  else beginWork(state, i);
}

function enterCollege(state: State, i: number): void {
  const { columns: p } = state.population.persons;
  const { parameters, year, key } = state;
  const draw = (decision: number): number => uniform(key, p.identity[i]!, p.lineage[i]!, year, decision);
  if (draw(Decision.college) >= parameters['education.collegeShare']) {
    beginWork(state, i);
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
