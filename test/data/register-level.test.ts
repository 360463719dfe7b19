import { expect, it } from 'vitest';
import { movedTo, wholeShare } from '../../src/scenario/city/register-level.ts';
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

it('a county nobody printed a rate of has the urban share of its residents of 2010 less 0.18 in logits', () => {
  // Qingyang: nothing printed of Gansu; Heshui had an urban share of 21.97 % in 2010
  const { areas } = loadCityData(read, '621000', 2020);
  const before = loadCityData(read, '621000', 2010).areas;
  const odds = (share: number) => Math.log(share / (1 - share));
  const heshui = areas.find(({ code }) => code === '621024')!.townRegister.share;
  const then = before.find(({ code }) => code === '621024')!;
  expect(odds(heshui)).toBeCloseTo(odds(then.urban / then.population) - 0.18, 9);
  // of 2010 it lies lower by the nation's drift
  const drift = nationAt(readRates(read), 2020) - nationAt(readRates(read), 2010);
  expect(odds(then.townRegister.share)).toBeCloseTo(odds(heshui) - drift, 9);
});

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
