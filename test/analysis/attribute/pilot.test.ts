import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Game, groupsOf } from '../../../src/analysis/attribute/groups.ts';
import { pilotAttribution } from '../../../src/analysis/attribute/pilot.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';
import { inputsOf, smallCity } from '../small-city.ts';

let session: Session;
let game: Game;

beforeAll(() => {
  session = openSession(1);
  game = groupsOf(inputsOf(smallCity().file, 20, 2022), null);
}, 60_000);
afterAll(() => closeSession(session));

const pilot = (precision: number | null, most = 400) => pilotAttribution(session, game, precision, most, {});

it('takes as many replicates as the precision asks for, and no more than are allowed', {
  timeout: 60_000,
}, async () => {
  const rough = await pilot(1e6);
  expect(rough.replicates).toBe(6);
  expect(rough.error).toBeGreaterThan(0);
  // half the error takes four times the replicates
  const sure = await pilot(rough.error / 2);
  expect(sure.replicates).toBe(24);
  expect(sure.error).toBeCloseTo(rough.error / 2, 9);
  expect(sure.effect).toBe(rough.effect);
  expect((await pilot(rough.error / 100)).replicates).toBe(400);
  expect((await pilot(null, 2)).replicates).toBe(2);
});
