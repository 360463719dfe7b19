import { isInCity, type SchoolStageName, schoolStages } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { stageOf } from '../process/capacity.ts';
import type { MemberFacts } from './facts.ts';

/** A pupil in a town and whether a school place was found. */
export interface SchoolPlace {
  readonly person: number;
  readonly stage: SchoolStageName;
  readonly served: boolean;
}

/**
 * Pupils of a household who live in towns, before the school step.
 * @returns what became of them, told by those the step left without a place
 */
export function townPupils(
  { persons }: Population,
  members: Iterable<MemberFacts>,
): (unserved: ReadonlySet<number>) => SchoolPlace[] {
  const { age, work, residenceArea, residenceUrban } = persons.columns;
  const pupils = [...members]
    .map(({ person }) => ({ person, stage: stageOf(age[person], work[person]) }))
    .filter(({ person, stage }) => stage >= 0 && residenceUrban[person] === 1 && isInCity(residenceArea[person]));
  return (unserved) =>
    pupils.map(({ person, stage }) => ({ person, stage: schoolStages[stage], served: !unserved.has(person) }));
}
