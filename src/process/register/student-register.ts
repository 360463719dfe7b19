import type { Route } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { Education, Presence, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import { PersonApplicant } from '../settlement/applicant.ts';
import { decidersOf } from '../settlement/decider.ts';
import { settling } from '../settlement/follow.ts';
import type { State } from '../state.ts';

/** Age at which college begins: the register moves at admission or not at all. */
const COLLEGE_AGE = 18;
const DAY_OF_ADMISSION = 245;

/** Routes of the law that are for students. */
const isStudentRoute = ({ name }: Route): boolean => name === 'student' || name === 'student-at-origin';

/**
 * Students who begin college in a town of the city bring their register along with `education.registerAtAdmission`, where a route for
 * students is open. Those who leave the city do so in education.ts. No wish is asked: the school hands the papers in.
 */
export const studentRegister = boundTo((workspace) => {
  const { presence, age, work, education } = workspace.persons.columns;
  const { residenceArea } = workspace.persons.columns;
  const { isInPool } = decidersOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const settle = settling(workspace);

  return (state: State): void => {
    const chance = state.parameters['education.registerAtAdmission'];
    const routes = state.city.areas.map((_, area) =>
      state.law.on(area, state.year, DAY_OF_ADMISSION).routes.filter(isStudentRoute),
    );
    if (routes.every(({ length }) => length === 0)) return;
    const applicant = new PersonApplicant(workspace, state);
    for (let i = 0; i < workspace.persons.rows; i++) {
      if (age[i] !== COLLEGE_AGE || work[i] !== Work.student || education[i] !== Education.college) continue;
      if (presence[i] === Presence.gone || !isInPool(i)) continue;
      if (drawOf(state, i, Decision.studentRegister) >= chance) continue;
      const asking = applicant.of(i, DAY_OF_ADMISSION);
      const open = routes[residenceArea[i]].filter((route) => route.open(asking));
      if (open.length > 0) settle(state, i, open.slice(0, 1));
    }
  };
});
