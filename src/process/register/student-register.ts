import type { Route } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { Education, EventKind, isInCity, Presence, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { COLLEGE_AGE } from '../../scenario/city/nation-years.ts';
import { drawsOf } from '../draws.ts';
import { PersonApplicant } from '../settlement/applicant.ts';
import { decidersOf } from '../settlement/decider.ts';
import { settling } from '../settlement/follow.ts';
import type { State } from '../state.ts';
import { AwardGroup, movingIntoTown } from './into-town.ts';

const DAY_OF_ADMISSION = 245;

/** Routes of the law that are for students. */
const isStudentRoute = ({ name }: Route): boolean => name === 'student' || name === 'student-at-origin';

/**
 * Students who begin college in a town of the city, at 18 or in the year they arrive to study, bring their register along with
 * `education.registerAtAdmission`, then or not at all. Those who leave the city
 * do so in education.ts. No wish is asked: the school hands the papers in.
 *
 *   from here     by a route for students, where the law of the place has one
 *   from outside  without one, too: a letter of admission is leave to move to the town of the school (regulation on household
 *                 registration of 1958, article 10), as it is for those who leave
 */
export const studentRegister = boundTo((workspace) => {
  const { presence, age, work, education } = workspace.persons.columns;
  const { residenceArea, registerArea, arrivalYear } = workspace.persons.columns;
  const { isInPool } = decidersOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const settle = settling(workspace);
  const moveIntoTown = movingIntoTown(workspace);

  return (state: State): void => {
    const chance = state.parameters['education.registerAtAdmission'];
    const routes = state.city.areas.map((_, area) =>
      state.law.on(area, state.year, DAY_OF_ADMISSION).routes.filter(isStudentRoute),
    );
    const applicant = new PersonApplicant(workspace, state);
    for (let i = 0; i < workspace.persons.rows; i++) {
      if (work[i] !== Work.student || education[i] !== Education.college) continue;
      if (age[i] !== COLLEGE_AGE && arrivalYear[i] !== state.year) continue;
      if (presence[i] === Presence.gone || !isInPool(i)) continue;
      if (drawOf(state, i, Decision.studentRegister) >= chance) continue;
      const area = residenceArea[i];
      const asking = applicant.of(i, DAY_OF_ADMISSION);
      const open = routes[area].filter((route) => route.open(asking));
      if (open.length > 0) settle(state, i, open.slice(0, 1));
      else if (arrivalYear[i] === state.year && !isInCity(registerArea[i])) {
        state.ledger.diary?.note(EventKind.studentRegisterIn, i);
        moveIntoTown(state, i, area, AwardGroup.students);
      }
    }
  };
});
