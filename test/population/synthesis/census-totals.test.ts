import { expect, it } from 'vitest';
import { summarizeFit } from '../../../src/population/synthesis/fit/fit.ts';
import { makeCity } from './city.ts';

/** Shares are drawn by, counts are kept. */
const isShare = ({ control }: { readonly control: string }): boolean => control.includes('_share');

const cities = [
  { code: '411200', year: 2020 }, // Sanmenxia, with a zone without a code
  { code: '542500', year: 2010 }, // Ngari, where few have been to school
  { code: '460300', year: 2020 }, // Sansha, 2,333 persons on islands
  { code: '621000', year: 2010 }, // Qingyang, large families
  { code: '150200', year: 2020 }, // Baotou, a district without villages
  { code: '152900', year: 2020 }, // Alxa, a zone with a quarter of its people in dormitories
] as const;

it.each(cities)(
  'every controlled cell of $code in $year comes out as counted',
  { timeout: 120_000 },
  ({ code, year }) => {
    const { fit, notes } = makeCity(code, year);
    const counts = fit.filter((row) => row.controlled && !isShare(row));
    expect(counts.length).toBeGreaterThan(100);
    const told = notes.length > 0 ? ['registered_in_town'] : [];
    expect(counts.filter((row) => row.difference !== 0 && !told.includes(row.control))).toEqual([]);
  },
);

it('figures held back come out near the census', () => {
  const summary = Object.fromEntries(summarizeFit(makeCity('411200', 2020).fit).map((row) => [row.control, row]));
  expect(summary['households_with_65_plus']).toMatchObject({ controlled: false, cells: 7 });
  expect(summary['households_with_65_plus'].srmse).toBeLessThan(0.08);
  expect(summary['household_size_share'].srmse).toBeLessThan(0.2);
  expect(summary['mean_years_of_schooling'].srmse).toBeLessThan(0.03);
  expect(summary['spouse_made_share_15_plus'].srmse).toBeLessThan(0.15);
});

it.each([2010, 2020] as const)(
  'shares of every area of Chifeng in %s come out within a point',
  { timeout: 120_000 },
  (year) => {
    const { fit } = makeCity('150400', year);
    const shares = fit.filter((row) => row.controlled && isShare(row));
    expect(new Set(shares.map((row) => row.control))).toEqual(
      new Set([
        'schooling_share',
        'married_share_15_plus',
        'at_work_share_15_plus',
        'farming_share_of_workers',
        'renting_share_of_households',
        ...(year === 2010 ? ['retired_share_15_plus'] : []),
      ]),
    );
    expect(shares.filter((row) => Math.abs(row.difference) > 0.01)).toEqual([]);
  },
);

it('the kind of hukou of 2010 meets the share counted in each area', () => {
  const rows = makeCity('620200', 2010).fit.filter((row) => row.control === 'non_agricultural_share');
  expect(rows).toHaveLength(1);
  expect(Math.abs(rows[0].difference)).toBeLessThan(0.02);
});

it('a prefecture of one area takes nobody from its other areas, and says so', () => {
  const { fit, notes, population } = makeCity('620200', 2010);
  expect(notes.map(({ en }) => en)).toEqual([
    'share from inside the city lowered from 0.4 to 0.000: no more are away from its other areas',
  ]);
  const wrong = fit.filter((row) => row.controlled && !isShare(row) && row.difference !== 0);
  expect(wrong).toEqual([]);
  expect(population.villages.rows).toBeGreaterThan(0);
});

it('more town registers than people in towns can hold are lowered, and a note says so', () => {
  const { fit, notes } = makeCity('620200', 2010, { 'base.registeredTownShare': 1, 'base.insideShare': 0 });
  expect(notes).toHaveLength(1);
  expect(notes[0]!.zh).toMatch(/^.+（620299）：城镇户籍由\d+人降为\d+人：住在城镇的户籍人口没有更多$/);
  expect(notes[0]!.en).toMatch(
    /^620299: town registers lowered from \d+ to \d+: too few registered persons live in towns$/,
  );
  const wrong = fit.filter((row) => row.controlled && !isShare(row) && row.difference !== 0);
  expect(wrong.map((row) => row.control)).toEqual(['registered_in_town']);
});
