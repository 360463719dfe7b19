import { group } from 'd3-array';
import { type SchoolStageName, schoolStages } from '../population/codes.ts';
import type { Book } from './book.ts';
import type { Means } from './means.ts';
import type { CapitalRow } from './result.ts';

/** Stages that may share a campus (九年一贯制): pupils of one sit in rooms the other leaves empty. */
export const sharesCampusWith: Readonly<Partial<Record<SchoolStageName, SchoolStageName>>> = {
  primary: 'junior',
  junior: 'primary',
};

/**
 * Seats in towns and villages, planned on the mean number of pupils that lasts. The base year has seats for its pupils and a spare
 * share. Where pupils that stay for `school.lasting_years` exceed the seats, in this order:
 * 1 rooms a stage of the same campus leaves empty, 2 classes added at existing campuses up to `school.expand_share` of their seats,
 * 3 new schools with as many classes as are missing, if they fill `school.new_minimum` of one; fewer are added to existing ones.
 * Village seats stay, and stand idle.
 */
export function schools(means: Means, baseYear: number, years: readonly number[], book: Book): CapitalRow[] {
  const built = means.areas.flatMap((area) => {
    const plans = new Map(schoolStages.map((stage) => [stage, openStage(stage, area, means, baseYear, years, book)]));
    return years.flatMap((year) => {
      const before = new Map([...plans].map(([stage, plan]) => [stage, plan.idle(year)]));
      return schoolStages.map((stage) => plans.get(stage)!.build(year, before.get(sharesCampusWith[stage]!) ?? 0));
    });
  });
  const ofCity = [...group(built, (row) => `${row.stage} ${row.year}`).values()].map(added);
  return [...ofCity, ...built];
}

function openStage(
  stage: SchoolStageName,
  area: string,
  means: Means,
  baseYear: number,
  years: readonly number[],
  book: Book,
) {
  const classSize = book.at(`school.class_size.${stage}`);
  const classesOfSchool = book.at(`school.classes.${stage}`);
  const town = (year: number): number => means.of(area, year, `town_pupils.${stage}`);
  const village = (year: number): number => means.of(area, year, `pupils.${stage}`) - town(year);
  const lasting = (year: number): number =>
    Math.min(...years.filter((each) => each >= year && each < year + book.at('school.lasting_years')).map(town));
  let seats = town(baseYear) * book.at('school.town_spare');
  let room = Math.floor((seats * book.at('school.expand_share')) / classSize);
  const villageSeats = village(baseYear) * book.at('school.village_spare');
  return {
    idle: (year: number): number => Math.max(0, seats - town(year)),
    build: (year: number, idleBeside: number): CapitalRow => {
      const townSeatsBefore = seats;
      const short = Math.max(0, lasting(year) - seats);
      const sharedSeats = Math.min(short, idleBeside * book.at('school.shared_use'));
      const classes = Math.max(0, Math.ceil((short - sharedSeats) / classSize - 1e-9));
      const rest = classes - Math.min(classes, room);
      const opens = rest >= book.at('school.new_minimum') * classesOfSchool;
      const newClasses = opens ? rest : 0;
      const classesAdded = classes - newClasses;
      room = Math.max(0, room - classesAdded);
      seats += classes * classSize;
      return {
        stage,
        area,
        year,
        townPupils: town(year),
        lastingPupils: lasting(year),
        townSeatsBefore,
        sharedSeats,
        classesAdded,
        newClasses,
        schoolsBuilt: Math.ceil(newClasses / classesOfSchool),
        seatsBuilt: classes * classSize,
        seatsCosted: (newClasses + book.at('school.class_cost') * classesAdded) * classSize,
        villagePupils: village(year),
        villageSeats,
        idleVillageSeats: Math.max(0, villageSeats - village(year)),
      };
    },
  };
}

/** Rows of all areas of one stage and year as the city's. */
function added(rows: readonly CapitalRow[]): CapitalRow {
  const sum = (of: (row: CapitalRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    stage: rows[0].stage,
    area: 'city',
    year: rows[0].year,
    townPupils: sum((row) => row.townPupils),
    lastingPupils: sum((row) => row.lastingPupils),
    townSeatsBefore: sum((row) => row.townSeatsBefore),
    sharedSeats: sum((row) => row.sharedSeats),
    classesAdded: sum((row) => row.classesAdded),
    newClasses: sum((row) => row.newClasses),
    schoolsBuilt: sum((row) => row.schoolsBuilt),
    seatsBuilt: sum((row) => row.seatsBuilt),
    seatsCosted: sum((row) => row.seatsCosted),
    villagePupils: sum((row) => row.villagePupils),
    villageSeats: sum((row) => row.villageSeats),
    idleVillageSeats: sum((row) => row.idleVillageSeats),
  };
}
