import { expect, test } from 'vitest';
import { closing, migrationAccounts, openAccount, total, wantedArrivals } from '../../../src/result/region/closure.ts';
import { placeOf } from './places.ts';

/** A place in two replicates; flows to and from its own province and other provinces in 2021. */
const place = (code: string, own: readonly number[], others: readonly number[]) => {
  const names = ['out_migrants', 'return_migrants', 'departures', 'arrivals'];
  const flows = Object.fromEntries(
    names.flatMap((name, i) => [
      [`${name}.province`, [Number.NaN, own[i]]],
      [`${name}.other_province`, [Number.NaN, others[i]]],
    ]),
  );
  return placeOf(code, [2020, 2021], [flows, flows]);
};
const places = [
  place('340100', [10, 4, 2, 4], [100, 40, 10, 20]),
  place('340200', [6, 2, 0, 2], [20, 10, 20, 40]),
  place('440300', [5, 5, 8, 4], [10, 10, 100, 140]),
];

test('an account is kept by year, province and scope, as means over replicates', () => {
  const accounts = migrationAccounts(places);
  expect(accounts).toHaveLength(4);
  expect(accounts.find(({ province, scope }) => province === '340000' && scope === 'province')).toMatchObject({
    year: 2021,
    outMigrants: 16,
    returnMigrants: 6,
    departures: 2,
    arrivals: 6,
  });
});

test('the factors make arrivals what leaves less what returns and those who move on', () => {
  const accounts = migrationAccounts(places);
  const closure = closing(accounts, openAccount);
  expect(closure.provinces).toEqual({ 340000: { 2021: 2 }, 440000: { 2021: 2 } });
  // between provinces: 130 leave, 60 return, 130 outsiders leave; 200 must arrive and 200 do
  const between = total(accounts.filter(({ scope }) => scope === 'other_province'));
  expect(wantedArrivals(between)).toBe(200);
  expect(closure.nation).toEqual({ 2021: 1 });
});

test('a second pass multiplies what the first found', () => {
  const accounts = migrationAccounts(places);
  const again = closing(accounts, { provinces: { 340000: { 2021: 3 } }, nation: { 2021: 0.5 } });
  expect(again.provinces['340000']).toEqual({ 2021: 6 });
  expect(again.nation).toEqual({ 2021: 0.5 });
});

test('where nobody arrives a factor cannot help and stays', () => {
  const closure = closing(migrationAccounts([place('340100', [1, 0, 0, 0], [1, 0, 0, 1])]), openAccount);
  expect(closure.provinces['340000']).toEqual({ 2021: 1 });
});
