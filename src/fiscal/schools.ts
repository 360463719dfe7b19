import { group } from 'd3-array';
import { type SchoolStageName, schoolStages } from '../population/codes.ts';
import type { Book } from './book.ts';
import type { Means } from './means.ts';
import type { CapitalRow } from './result.ts';

/**
 * Seats in towns and villages, planned on the mean number of pupils. The base year has seats for its pupils and a spare share.
 * Where a later year's pupils in towns exceed the seats, whole schools are built; village seats stay, and stand idle.
 */
export function schools(means: Means, baseYear: number, years: readonly number[], book: Book): CapitalRow[] {
  const built = schoolStages.flatMap((stage) =>
    means.areas.flatMap((area) => schoolsOf(stage, area, means, baseYear, years, book)),
  );
  const ofCity = [...group(built, (row) => `${row.stage} ${row.year}`).values()].map(added);
  return [...ofCity, ...built];
}

function schoolsOf(
  stage: SchoolStageName,
  area: string,
  means: Means,
  baseYear: number,
  years: readonly number[],
  book: Book,
): CapitalRow[] {
  const size = book.at(`school.classes.${stage}`) * book.at(`school.class_size.${stage}`);
  const pupils = (year: number): { town: number; village: number } => {
    const town = means.of(area, year, `town_pupils.${stage}`);
    return { town, village: means.of(area, year, `pupils.${stage}`) - town };
  };
  const base = pupils(baseYear);
  let seats = base.town * book.at('school.town_spare');
  const villageSeats = base.village * book.at('school.village_spare');
  return years.map((year) => {
    const { town, village } = pupils(year);
    const townSeatsBefore = seats;
    const schoolsBuilt = town > seats ? Math.ceil((town - seats) / size) : 0;
    const seatsBuilt = schoolsBuilt * size;
    seats += seatsBuilt;
    const idleVillageSeats = Math.max(0, villageSeats - village);
    return {
      stage,
      area,
      year,
      townPupils: town,
      townSeatsBefore,
      schoolsBuilt,
      seatsBuilt,
      villagePupils: village,
      villageSeats,
      idleVillageSeats,
    };
  });
}

/** Rows of all areas of one stage and year as the city's. */
function added(rows: readonly CapitalRow[]): CapitalRow {
  const sum = (of: (row: CapitalRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    stage: rows[0].stage,
    area: 'city',
    year: rows[0].year,
    townPupils: sum((row) => row.townPupils),
    townSeatsBefore: sum((row) => row.townSeatsBefore),
    schoolsBuilt: sum((row) => row.schoolsBuilt),
    seatsBuilt: sum((row) => row.seatsBuilt),
    villagePupils: sum((row) => row.villagePupils),
    villageSeats: sum((row) => row.villageSeats),
    idleVillageSeats: sum((row) => row.idleVillageSeats),
  };
}
