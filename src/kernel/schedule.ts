import { boundTo } from '../population/bound.ts';
import { clearLedger } from '../population/ledger.ts';
import type { Population } from '../population/population.ts';
import { followFactors } from '../process/capacity.ts';
import { ageing } from '../process/demography/ageing.ts';
import { education } from '../process/demography/education.ts';
import { fertility } from '../process/demography/fertility.ts';
import { leavingHome } from '../process/demography/leaving-home.ts';
import { mortality } from '../process/demography/mortality.ts';
import { unions } from '../process/demography/unions.ts';
import { publicRental } from '../process/dwelling/public-rental.ts';
import { tenure } from '../process/dwelling/tenure.ts';
import { membersOf } from '../process/members.ts';
import { departure } from '../process/place/departure.ts';
import { elders } from '../process/place/elders.ts';
import { inMigration } from '../process/place/in-migration.ts';
import { place } from '../process/place/place.ts';
import { reclassification } from '../process/place/reclassification.ts';
import { returning } from '../process/place/return.ts';
import { studentArrivals } from '../process/place/students.ts';
import { sharesOf } from '../process/place/village-shares.ts';
import { joiningUp } from '../process/place/who-moves.ts';
import { cleanUp } from '../process/register/clean-up.ts';
import { information } from '../process/register/information.ts';
import { permit } from '../process/register/permit.ts';
import { registerDoors } from '../process/register/register-doors.ts';
import { studentRegister } from '../process/register/student-register.ts';
import { school } from '../process/school/school.ts';
import { settlement } from '../process/settlement/settlement.ts';
import type { State } from '../process/state.ts';
import { jobs } from '../process/work/jobs.ts';
import { labour } from '../process/work/labour.ts';
import type { ParameterValues } from '../scenario/parameters.ts';

/** A step of the year: its name in documentation and benchmarks, and the transition. */
interface Step {
  readonly name: string;
  /** Changes the population in place and counts its events in the ledger. */
  readonly run: (state: State, base: Population) => void;
}

/**
 * The order of a year: one list. The law in force is asked by date inside the steps that depend on it.
 * Members are regrouped three times: after households have changed, after people have moved, and at the year end, when villages
 * are looked at. In between, steps that look at a household's company see it as it was at the last regrouping.
 */
export const yearSchedule = boundTo((workspace): readonly Step[] => {
  const { regroup, takeTouched } = membersOf(workspace);
  const { update } = sharesOf(workspace);
  return [
    { name: 'mortality', run: mortality(workspace) },
    { name: 'ageing', run: ageing(workspace) },
    { name: 'fertility', run: fertility(workspace) },
    { name: 'unions', run: unions(workspace) },
    { name: 'leaving home', run: leavingHome(workspace) },
    { name: 'education', run: education(workspace) },
    { name: 'labour', run: labour(workspace) },
    { name: 'regroup', run: regroup },
    { name: 'joining up', run: joiningUp(workspace) },
    { name: 'place and who moves', run: place(workspace) },
    { name: 'return', run: returning(workspace) },
    { name: 'departure', run: departure(workspace) },
    { name: 'in-migration', run: inMigration(workspace) },
    { name: 'students arrive', run: studentArrivals(workspace) },
    { name: 'parents follow', run: elders(workspace) },
    { name: 'regroup', run: regroup },
    { name: 'jobs', run: jobs(workspace) },
    { name: 'tenure', run: tenure(workspace) },
    { name: 'public rental', run: publicRental(workspace) },
    // who has come to live off the register this year may apply and settle this year
    { name: 'moves are over', run: movesAreOver },
    { name: 'residence permit', run: permit(workspace) },
    { name: 'information', run: information(workspace) },
    { name: 'students', run: studentRegister(workspace) },
    { name: 'settlement', run: settlement(workspace) },
    { name: 'register doors', run: registerDoors(workspace) },
    { name: 'clean-up', run: cleanUp(workspace) },
    { name: 'school', run: school(workspace) },
    { name: 'reclassification', run: reclassification(workspace) },
    { name: 'regroup', run: regroup },
    // what households will know of their village next year
    { name: 'villages', run: () => update(takeTouched()) },
  ];
});

/** Begins a year: every count is back to zero, and permits and settlement wait for the moves. */
export function openYear(state: State, year: number, parameters: ParameterValues): void {
  state.year = year;
  state.t = year - state.baseYear;
  state.sinceMoves = state.t - 1;
  const { counties, t } = state;
  followFactors(state.capacity, [state.parameters, counties[t - 1]], [parameters, counties[t]]);
  state.parameters = parameters;
  clearLedger(state.ledger);
}

function movesAreOver(state: State): void {
  state.sinceMoves = state.t;
}
