import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseRequest, baseOf, baseRequest, makeBase } from '../../src/run/base.ts';
import { openBaseCache } from '../../src/run/cache/base-cache.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';

let folder: string;
let session: Session;
const cacheIn = (place: string) => openBaseCache({ folder: place, maxBytes: 1e9, complaint: null });
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-base-'));
  session = openSession(1, undefined, cacheIn(folder));
});
afterAll(async () => {
  await closeSession(session);
  rmSync(folder, { recursive: true });
});

const inputs = loadInputs({ scenario: 'scenarios/sanmenxia.yaml', overrides: {}, sample: 0.005 }, 'en');
const request = baseRequest(inputs);
/** As another command would ask. */
const asked = async (changes: Partial<BaseRequest> = {}) => {
  session.made.clear();
  const base = await baseOf(session, { ...request, ...changes });
  await session.cache?.settled();
  return base;
};

test('a base population made before is read, the same as it was made; the last one is at hand', async () => {
  const made = await asked();
  expect(readdirSync(folder)).toHaveLength(1);
  const read = await asked();
  expect(read).not.toBe(made);
  expect(read).toEqual(made);
  expect(await baseOf(session, request)).toBe(read);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('another seed, sample, part, base value or city is another population', async () => {
  const before = readdirSync(folder).length;
  const parameters = { ...request.parameters, 'base.ownShare': 0.5 };
  const city = { ...request.city, areas: request.city.areas.map((area) => ({ ...area, meanYearsSchooling: 9 })) };
  for (const changes of [{ seed: 'b' }, { sample: 0.004 }, { part: 1 }, { parameters }, { city }]) await asked(changes);
  expect(readdirSync(folder)).toHaveLength(before + 5);
  await asked({ name: 'another name', parameters: { ...request.parameters, 'fertility.factor': 2 } });
  expect(readdirSync(folder)).toHaveLength(before + 5);
});

test('whoever makes one anew looks neither at what is kept nor at what is at hand', async () => {
  const kept = await asked();
  expect(await makeBase(session, request)).not.toBe(kept);
});
