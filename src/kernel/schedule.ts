import type { Population } from '../population/population.ts';
import { ageing } from '../process/ageing.ts';
import { departure } from '../process/departure.ts';
import { education } from '../process/education.ts';
import { fertility } from '../process/fertility.ts';
import { inMigration } from '../process/in-migration.ts';
import { information } from '../process/information.ts';
import { jobs } from '../process/jobs.ts';
import { labour } from '../process/labour.ts';
import { leavingHome } from '../process/leaving-home.ts';
import { regroup, takeTouched } from '../process/members.ts';
import { mortality } from '../process/mortality.ts';
import { permit } from '../process/permit.ts';
import { place } from '../process/place.ts';
import { publicRental } from '../process/public-rental.ts';
import { reclassification } from '../process/reclassification.ts';
import { registerDoors } from '../process/register-doors.ts';
import { returning } from '../process/return.ts';
import { school } from '../process/school.ts';
import { settlement } from '../process/settlement/settlement.ts';
import type { Process } from '../process/state.ts';
import { tenure } from '../process/tenure.ts';
import { unions } from '../process/unions.ts';
import { updateVillages } from '../process/village-shares.ts';
import { joiningUp } from '../process/who-moves.ts';
import type { CityData } from '../scenario/city-data.ts';

/** A step of the year: its name in documentation and benchmarks, and the transition. */
export interface Step {
  readonly name: string;
  readonly run: Process;
}

/**
 * The order of a year: one list. The law in force is asked by date inside the steps that depend on it.
 * Members are regrouped three times: after households have changed, after people have moved, and at the year end, when villages
 * are looked at. In between, steps that look at a household's company see it as it was at the last regrouping.
 */
export function yearSchedule(base: Population): readonly Step[] {
  return [
    { name: 'mortality', run: mortality },
    { name: 'ageing', run: ageing },
    { name: 'fertility', run: fertility },
    { name: 'unions', run: unions },
    { name: 'leaving home', run: leavingHome },
    { name: 'education', run: education },
    { name: 'labour', run: labour },
    { name: 'regroup', run: (state) => regroup(state.members, state.population) },
    { name: 'joining up', run: joiningUp },
    { name: 'place and who moves', run: place },
    { name: 'return', run: returning },
    { name: 'departure', run: departure },
    { name: 'in-migration', run: (state) => inMigration(state, base) },
    { name: 'regroup', run: (state) => regroup(state.members, state.population) },
    { name: 'jobs', run: jobs },
    { name: 'tenure', run: tenure },
    { name: 'public rental', run: publicRental },
    { name: 'residence permit', run: permit },
    { name: 'information', run: information },
    { name: 'settlement', run: settlement },
    { name: 'register doors', run: registerDoors },
    { name: 'school', run: school },
    { name: 'reclassification', run: reclassification },
    { name: 'regroup', run: (state) => regroup(state.members, state.population) },
    { name: 'villages', run: villages },
  ];
}

/** What households will know of their village next year. */
const villages: Process = (state) => {
  const { members, population } = state;
  updateVillages(state.villages, members, population, centralAreas(state.city), takeTouched(members));
};

/** By area: whether it belongs to the central city. */
export const centralAreas = ({ areas }: CityData): boolean[] => areas.map((area) => area.central);
