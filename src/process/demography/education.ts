import { equalTo, listRows, withinRows, wordsOf } from '../../math/bytes.ts';
import { enterRegister, RegisterChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { Education, EventKind, isInCity, Outside, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { COLLEGE_AGE, entrantShareOver } from '../../scenario/city/nation-years.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { changingResidence } from '../place/change-residence.ts';
import { leavingPopulation } from '../place/leave-population.ts';
import { type State, scratchOf } from '../state.ts';

const PRIMARY_AGE = 6;
const JUNIOR_AGE = 12;
const SENIOR_AGE = 15;
const GRADUATION_AGE = 22;

/**
 * School careers. Primary and junior secondary are compulsory (Compulsory Education Law); senior secondary and college are
 * drawn, college by the nation's enrolment of the year. College entrants mostly leave the city; some take their register along (入学迁户口): a door of the register that is
 * not a choice to settle.
 */
export const education = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, education: level, work } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { review } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const changeResidence = changingResidence(workspace);
  const leavePopulation = leavingPopulation(workspace);
  const presences = wordsOf(presence);
  const ages = wordsOf(age);

  return (state: State): void => {
    const found = findAtTurningPoints();
    for (let n = 0; n < found; n++) {
      const i = list[n];
      const years = age[i];
      if (years === PRIMARY_AGE) level[i] = Education.primary;
      else if (years === JUNIOR_AGE) level[i] = Education.junior;
      else if (years === SENIOR_AGE) enterSeniorSecondary(state, i);
      else if (work[i] !== Work.student) continue;
      else if (years === COLLEGE_AGE) enterCollege(state, i);
      else beginWork(state, i);
    }
  };

  /**
   * Finds everybody present of an age at which school changes: fills `list` with their rows and returns how
   * many there are.
   */
  function findAtTurningPoints(): number {
    const { rows } = workspace.persons;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const years = ages[w];
      const below18 = equalTo(years, PRIMARY_AGE) | equalTo(years, JUNIOR_AGE) | equalTo(years, SENIOR_AGE);
      const turning = below18 | equalTo(years, COLLEGE_AGE) | equalTo(years, GRADUATION_AGE);
      const found = turning & presences[w] & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, list, count);
    }
    return count;
  }

  /**
   * What a young person out of school does: farm work in a village, looking for work in a town, any work outside the
   * city.
   */
  function beginWork(state: State, i: number): void {
    if (!isInCity(residenceArea[i])) work[i] = Work.informal;
    else work[i] = residenceUrban[i] === 1 ? Work.seeking : Work.farm;
    review(state, i);
  }

  function enterSeniorSecondary(state: State, i: number): void {
    const enters = drawOf(state, i, Decision.seniorSchool) < state.parameters['education.seniorShare'];
    if (enters) level[i] = Education.senior;
    if (enters) work[i] = Work.student;
    else beginWork(state, i);
  }

  function enterCollege(state: State, i: number): void {
    const { parameters, ledger } = state;
    const share = parameters['education.collegeShare'] * entrantShareOver(state.city.nation, state.year);
    if (drawOf(state, i, Decision.college) >= share) {
      beginWork(state, i);
      return;
    }
    level[i] = Education.college;
    if (!isInCity(residenceArea[i])) return;
    if (drawOf(state, i, Decision.collegeOutside) >= parameters['education.collegeOutside']) return;
    const inProvince = drawOf(state, i, Decision.collegeProvince) < parameters['base.awayProvinceShare'];
    changeResidence(state, i, inProvince ? Outside.province : Outside.nation, 1);
    const register = registerArea[i];
    if (!isInCity(register)) return;
    if (drawOf(state, i, Decision.collegeRegister) < parameters['education.registerAtAdmission']) {
      ledger.events.registerOutStudents[register]++;
      ledger.events.registerOutTown[register] += registerUrban[i];
      ledger.diary?.note(EventKind.studentRegisterOut, i);
      enterRegister(ledger.balance, RegisterChannel.students, register, -1, -registerUrban[i]);
      leavePopulation(state, i);
    }
  }
});
