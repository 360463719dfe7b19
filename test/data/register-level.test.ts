import { expect, it } from 'vitest';
import { censusYears } from '../../src/scenario/city/census-unit.ts';
import { placesOf } from '../../src/scenario/city/find-place.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { LEVEL_SHIFT, movedTo, wholeShare } from '../../src/scenario/city/register-level.ts';
import { nationAt, rateAt, readRates } from '../../src/scenario/city/register-rates.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { recordingReader } from '../../src/scenario/tables.ts';

const { read } = recordingReader(readData);
const shareOf = (place: string, year: 2010 | 2020, area: string): number =>
  loadCityData(read, place, year).areas.find(({ code }) => code === area)!.townRegister.share;

it('a printed rate is met: of prefectures between the years it was printed of, of counties as it stands', () => {
  // Chifeng: 30.87 % in 2017, 30.69 % in 2022
  expect(wholeShare(loadCityData(read, '150400', 2020)).value).toBeCloseTo(0.3076, 4);
  expect(shareOf('150400', 2020, '150403')).toBeCloseTo(0.504, 9);
  expect(shareOf('621000', 2020, '621021')).toBeCloseTo(0.184, 3);
});

it('districts without villages are wholly urban, in what was estimated too', () => {
  expect(shareOf('110100', 2020, '110101')).toBe(1);
  expect(shareOf('510100', 2020, '510104')).toBe(1);
});

it('a county nobody printed a rate of has the urban share of its residents of 2010, moved in logits as the nation of the year', () => {
  // Qingyang: nothing printed of Gansu; Heshui had an urban share of 21.97 % in 2010
  const { areas } = loadCityData(read, '621000', 2020);
  const before = loadCityData(read, '621000', 2010).areas;
  const odds = (share: number) => Math.log(share / (1 - share));
  const heshui = areas.find(({ code }) => code === '621024')!.townRegister.share;
  const then = before.find(({ code }) => code === '621024')!;
  expect(odds(heshui)).toBeCloseTo(odds(then.urban / then.population) + LEVEL_SHIFT[2020], 9);
  expect(odds(then.townRegister.share)).toBeCloseTo(odds(then.urban / then.population) + LEVEL_SHIFT[2010], 9);
});

it('the registers of all places add up to what the nation printed of 2020, and to what is derived of 2010', () => {
  const rates = readRates(read);
  const nation = (year: 2010 | 2020) => 100 / (1 + Math.exp(-nationAt(rates, year)));
  const moved = LEVEL_SHIFT[2020] - LEVEL_SHIFT[2010];
  const sums = { 2010: [0, 0], 2020: [0, 0] };
  for (const { code } of placesOf('000000', readRegions(read))) {
    const kept = censusYears(read, code);
    if (kept.length === 0) continue;
    for (const { registered, townRegister } of kept.includes(2010) ? loadCityData(read, code, 2010).areas : []) {
      sums[2010][0] += townRegister.share * registered;
      sums[2010][1] += registered;
    }
    // places whose census of 2020 is not there stand in by their registers of 2010 moved on
    for (const { registered, townRegister } of loadCityData(read, code, kept.includes(2020) ? 2020 : 2010).areas) {
      const { share, sd } = townRegister;
      const now = kept.includes(2020) || sd === 0 ? share : 1 / (1 + Math.exp(-Math.log(share / (1 - share)) - moved));
      sums[2020][0] += now * registered;
      sums[2020][1] += registered;
    }
  }
  expect(Math.abs((100 * sums[2010][0]) / sums[2010][1] - nation(2010))).toBeLessThan(0.15);
  expect(Math.abs((100 * sums[2020][0]) / sums[2020][1] - nation(2020))).toBeLessThan(0.15);
}, 240_000);

it('counties are moved together in logits, those with a rate of their own not', () => {
  const areas = [
    { share: 0.2, sd: 0.25, own: false },
    { share: 0.5, sd: 0.25, own: false },
    { share: 1, sd: 0, own: true },
  ];
  const moved = movedTo(areas, [100, 100, 50], 0.6);
  expect(moved[0].share * 100 + moved[1].share * 100 + 50).toBeCloseTo(150, 6);
  const shift = (a: number) =>
    Math.log(moved[a].share / (1 - moved[a].share)) - Math.log(areas[a].share / (1 - areas[a].share));
  expect(shift(0)).toBeCloseTo(shift(1), 9);
  expect(moved[2].share).toBe(1);
});

it('beyond the years printed a place goes on at its own pace, or the nation’s if people come', () => {
  const rates = readRates(read);
  // Luzhou rose by 0.2 points a year in 2021-24
  expect(rateAt(rates, '510500', 2020, 0.1)!.share).toBeCloseTo(0.396, 3);
  // Neijiang has one rate; where registers outnumber residents by a fifth nothing rises, where they do not the nation's drift holds
  expect(rateAt(rates, '511000', 2020, 0.2)!.share).toBeCloseTo(0.2793, 9);
  expect(rateAt(rates, '511000', 2020, 0)!.share).toBeLessThan(0.265);
  expect(rateAt(rates, '621000', 2020, 0)).toBeUndefined();
});
