import { expect, it } from 'vitest';
import {
  HouseholdKind,
  isInCity,
  NO_TOWN,
  NONE,
  Outside,
  Presence,
  Role,
  Sex,
  Tenure,
} from '../../../src/population/codes.ts';
import { makeCity } from './city.ts';

const { city, parameters, population } = makeCity('152900', 2010); // Alxa League: three banners
const { persons, households, villages } = population;
const c = persons.columns;
const h = households.columns;
const everyone = Array.from({ length: persons.rows }, (_, i) => i);
const everyHousehold = Array.from({ length: households.rows }, (_, row) => row);
const areas = city.areas.length;

/** Persons who break a rule; a list of rows reads better than a count when a test fails. */
const breaking = (rule: (i: number) => boolean): number[] => everyone.filter((i) => !rule(i)).slice(0, 5);

it('counts residents once and adds those away from the city: nobody is made twice', () => {
  const residents = city.areas.reduce((sum, area) => sum + area.population, 0);
  const away = everyone.filter((i) => !isInCity(c.residenceArea[i]));
  expect(persons.rows).toBe(residents + away.length);
  expect(persons.capacity).toBe(persons.rows);
  expect(away.filter((i) => !isInCity(c.registerArea[i]))).toEqual([]);
  const registered = everyone.filter((i) => isInCity(c.registerArea[i])).length;
  expect(registered).toBe(city.registered);
});

it('puts everyone into one household, persons of a household in a row, its head among them', () => {
  expect(breaking((i) => i === 0 || c.household[i] >= c.household[i - 1])).toEqual([]);
  const members = new Int32Array(households.rows);
  for (const i of everyone) members[c.household[i]]++;
  expect(members.indexOf(0)).toBe(-1);
  const strangers = Array.from(h.head.subarray(0, households.rows)).filter((head, row) => c.household[head] !== row);
  expect(strangers).toEqual([]);
});

it('lives at home, in the one town of the household, or outside the city', () => {
  expect(
    breaking((i) => {
      const row = c.household[i];
      const area = c.residenceArea[i];
      if (!isInCity(area)) return c.residenceUrban[i] === 1 && (area === Outside.province || area === Outside.nation);
      const atHome = area === h.homeArea[row] && c.residenceUrban[i] === h.homeUrban[row];
      return atHome || (area === h.townArea[row] && c.residenceUrban[i] === 1);
    }),
  ).toEqual([]);
});

it('keeps codes and ages in range and numbers identities by row', () => {
  expect(
    breaking(
      (i) =>
        c.identity[i] === i &&
        c.lineage[i] === 0 &&
        c.presence[i] === Presence.present &&
        c.age[i] <= 100 &&
        c.sex[i] <= 1 &&
        (c.registerArea[i] < areas || c.registerArea[i] >= Outside.province) &&
        c.ruralOrigin[i] === 1 - c.registerUrban[i],
    ),
  ).toEqual([]);
});

it('marries a man and a woman to each other', () => {
  expect(
    breaking((i) => {
      const spouse = c.spouse[i];
      return spouse === NONE || (c.spouse[spouse] === i && c.sex[spouse] !== c.sex[i] && c.age[i] >= 15);
    }),
  ).toEqual([]);
  expect(everyone.filter((i) => c.spouse[i] !== NONE).length).toBeGreaterThan(0.4 * persons.rows);
});

it('gives children a mother and a father who are of age', () => {
  expect(
    breaking((i) => {
      const [mother, father] = [c.mother[i], c.father[i]];
      const ofAge = (parent: number, sex: number) =>
        parent === NONE || (c.sex[parent] === sex && c.age[parent] >= c.age[i] + 15);
      return ofAge(mother, Sex.female) && ofAge(father, Sex.male);
    }),
  ).toEqual([]);
  const minors = everyone.filter((i) => c.age[i] < 15 && c.role[i] !== Role.collective);
  expect(minors.filter((i) => c.mother[i] !== NONE).length).toBeGreaterThan(0.85 * minors.length);
});

it('makes collective households of 20 to 200 persons of one place', () => {
  const size = new Int32Array(households.rows);
  for (const i of everyone) size[c.household[i]]++;
  expect(
    breaking((i) => (c.role[i] === Role.collective) === (h.kind[c.household[i]] === HouseholdKind.collective)),
  ).toEqual([]);
  const sizes = Array.from(size).filter((_, row) => h.kind[row] === HouseholdKind.collective);
  expect(sizes.length).toBeGreaterThan(100);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
});

it('orders households by area, village by village, then town', () => {
  const place = (row: number) => {
    const village = h.village[row];
    const within = h.homeUrban[row] === 1 ? 2e6 : village === NONE ? 1e6 : village;
    return h.homeArea[row] * 1e7 + within;
  };
  expect(everyHousehold.filter((row) => row > 0 && place(row) < place(row - 1))).toEqual([]);
});

it('gives a village to every family of the city at home in one, and a distance to every village', () => {
  const hasVillage = (row: number) =>
    h.kind[row] === HouseholdKind.family && h.homeUrban[row] === 0 && isInCity(c.registerArea[h.head[row]]);
  const atHome = (row: number) => villages.columns.area[h.village[row]] === h.homeArea[row];
  expect(everyHousehold.filter((row) => (h.village[row] !== NONE) !== hasVillage(row))).toEqual([]);
  expect(everyHousehold.filter((row) => hasVillage(row) && !atHome(row))).toEqual([]);
  const km = Array.from(villages.columns.distanceKm);
  expect(Math.min(...km)).toBeGreaterThanOrEqual(1);
  expect(km.reduce((a, b) => a + b, 0) / km.length).toBeCloseTo(parameters['base.villageDistanceKm'], -1);
  const inVillages = Array.from(h.village).filter((village) => village !== NONE).length;
  expect(inVillages / villages.rows).toBeGreaterThan(0.8 * parameters['base.villageHouseholds']);
  expect(inVillages / villages.rows).toBeLessThan(1.2 * parameters['base.villageHouseholds']);
});

it('gives tenure to those who live in town, land to families with a village register', () => {
  const inTown = new Uint8Array(households.rows);
  for (const i of everyone) if (isInCity(c.residenceArea[i]) && c.residenceUrban[i] === 1) inTown[c.household[i]] = 1;
  expect(everyHousehold.filter((row) => (h.tenure[row] === Tenure.none) !== (inTown[row] === 0))).toEqual([]);
  const isOfVillage = (row: number) => {
    const head = h.head[row];
    const rural = isInCity(c.registerArea[head]) && c.registerUrban[head] === 0;
    return rural && h.kind[row] === HouseholdKind.family;
  };
  expect(everyHousehold.filter((row) => h.landMu[row] > 0 !== isOfVillage(row))).toEqual([]);
});

it('lets people arrive within their lives, and holds permits only off the area of register', () => {
  expect(breaking((i) => c.arrivalYear[i] === 0 || c.arrivalYear[i] >= 2010 - c.age[i])).toEqual([]);
  expect(
    breaking((i) => {
      const off = isInCity(c.residenceArea[i]) && c.residenceArea[i] !== c.registerArea[i];
      return c.permitYear[i] === 0 || (off && c.permitYear[i] === 2010);
    }),
  ).toEqual([]);
});

it('links families in town with their elders in the village as one household', () => {
  const homes = new Uint8Array(households.rows);
  const towns = new Uint8Array(households.rows);
  for (const i of everyone) {
    const row = c.household[i];
    if (c.residenceArea[i] === h.homeArea[row] && c.residenceUrban[i] === h.homeUrban[row]) homes[row] = 1;
    else if (isInCity(c.residenceArea[i])) towns[row] = 1;
  }
  expect(everyHousehold.filter((row) => (h.townArea[row] !== NO_TOWN) !== (towns[row] === 1))).toEqual([]);
  expect(everyHousehold.filter((row) => homes[row] === 1 && towns[row] === 1).length).toBeGreaterThan(100);
});
