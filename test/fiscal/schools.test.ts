import { expect, it } from 'vitest';
import { smallResult } from './fixture.ts';

const rows = smallResult({ 'school.town_spare': 1 }).capital.filter(
  ({ stage, area }) => stage === 'primary' && area === '150402',
);

it('seats come in whole schools of the standard size', () => {
  // 4,001 town pupils in 2023 and as many seats; 400 more a year; a school of 24 classes of 45 has 1,080 seats
  expect(rows.map(({ townPupils }) => townPupils)).toEqual([4401, 4801, 5201]);
  expect(rows.map(({ schoolsBuilt }) => schoolsBuilt)).toEqual([1, 0, 1]);
  expect(rows.map(({ seatsBuilt }) => seatsBuilt)).toEqual([1080, 0, 1080]);
  expect(rows.map(({ townSeatsBefore }) => townSeatsBefore)).toEqual([4001, 5081, 5081]);
  for (const row of rows) expect(row.townSeatsBefore + row.seatsBuilt).toBeGreaterThanOrEqual(row.townPupils);
});

it('seats of villages stand idle as pupils leave', () => {
  // 2,000 village pupils with 1.4 seats each; 100 fewer a year
  expect(rows.map(({ idleVillageSeats }) => Math.round(idleVillageSeats))).toEqual([900, 1000, 1100]);
});
