import { describe, expect, it } from 'vitest';
import { fiscal } from '../../src/fiscal/index.ts';
import { coefficientsWith, smallCounts } from './fixture.ts';

/** Pupils in towns of one county and stage, the other stage of the campus always with an idle or a full house. */
function rowsOf(
  pupils: readonly number[],
  values: Readonly<Record<string, number>> = {},
  beside: readonly number[] = pupils.map(() => 4000),
) {
  const counts = smallCounts();
  const means = counts.means.map((row) => {
    const t = row.year - counts.run.baseYear;
    if (row.area !== '150402') return row;
    if (row.indicator === 'town_pupils.primary') return { ...row, mean: pupils[t] };
    if (row.indicator === 'pupils.primary') return { ...row, mean: pupils[t] + 2000 - 100 * t };
    return row.indicator === 'town_pupils.junior' ? { ...row, mean: beside[t] } : row;
  });
  const plain = { 'school.town_spare': 1, 'school.shared_use': 0, 'school.lasting_years': 1, ...values };
  return fiscal({ ...counts, means }, coefficientsWith(plain)).capital.filter(
    ({ stage, area }) => stage === 'primary' && area === '150402',
  );
}

describe('a shortage of seats', () => {
  it('is met by classes at existing campuses first: 390 pupils on 386 seats take one class, not a school', () => {
    const [row] = rowsOf([386, 390, 390, 390]);
    expect(row).toMatchObject({ classesAdded: 1, schoolsBuilt: 0, seatsBuilt: 45 });
    expect(row.seatsCosted).toBeCloseTo(0.5 * 45, 9);
  });

  it('opens a school with as many classes as are missing once the campuses are full and it fills up', () => {
    // 4,000 seats: room for 600 more, 13 classes of 45; 1,800 pupils more take 40 classes, 27 of them new: more than one school of 24
    const [row] = rowsOf([4000, 5800, 5800, 5800]);
    expect(row).toMatchObject({ classesAdded: 13, newClasses: 27, schoolsBuilt: 2, seatsBuilt: 40 * 45 });
  });

  it('is not met by a school of a few classes', () => {
    // 5 classes beyond the room for 13 are less than half of a school
    expect(rowsOf([4000, 4800, 4800, 4800])[0]).toMatchObject({ classesAdded: 18, newClasses: 0, schoolsBuilt: 0 });
  });

  it('that passes is not built for', () => {
    const passing = [4000, 4400, 4000, 4000];
    expect(rowsOf(passing)[0].seatsBuilt).toBeGreaterThan(0);
    expect(rowsOf(passing, { 'school.lasting_years': 3 }).map(({ seatsBuilt }) => seatsBuilt)).toEqual([0, 0, 0]);
  });

  it('first takes rooms the other stage of the campus leaves empty', () => {
    const [row] = rowsOf([4000, 4100, 4100, 4100], { 'school.shared_use': 0.5 }, [4000, 3700, 3700, 3700]);
    expect(row).toMatchObject({ sharedSeats: 100, seatsBuilt: 0 });
  });

  it('never leaves lasting pupils without a seat, whatever the numbers', () => {
    for (const pupils of [
      [10, 500, 20, 900],
      [4000, 4401, 4801, 5201],
    ])
      for (const row of rowsOf(pupils))
        expect(row.townSeatsBefore + row.sharedSeats + row.seatsBuilt).toBeGreaterThanOrEqual(row.lastingPupils);
  });
});

it('seats of villages stand idle as pupils leave', () => {
  // 2,000 village pupils with 1.4 seats each; 100 fewer a year
  const rows = rowsOf([4000, 4000, 4000, 4000]);
  expect(rows.map(({ idleVillageSeats }) => Math.round(idleVillageSeats))).toEqual([900, 1000, 1100]);
});
