import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { observedRun } from './observed-run.ts';

it('people and households are the same ones in two scenarios of one replicate, whatever the law does', async () => {
  const [base, alternative] = [
    await observedRun('scenarios/baotou.yaml', 0.005, 2025),
    await observedRun('scenarios/baotou/no-document.yaml', 0.005, 2025),
  ];
  const fixed = (rows: typeof base.persons) =>
    new Map(rows.map((row) => [`${row['year']} ${row['person_id']}`, `${row['sex']} ${row['age']} ${row['entered']}`]));
  const [one, other] = [fixed(base.persons), fixed(alternative.persons)];
  const common = [...one.keys()].filter((key) => other.has(key));
  // nearly everybody is in both, and whoever is in both is the same one
  expect(common.length / one.size).toBeGreaterThan(0.97);
  expect(common.filter((key) => one.get(key) !== other.get(key))).toEqual([]);
  const settled = ({ events }: typeof base) =>
    events.filter((row) => row['event'] === 'settlement').map((row) => row['person_id']);
  expect(settled(base)).not.toEqual(settled(alternative));
  const homes = ({ households }: typeof base) =>
    new Map(households.map((row) => [`${row['year']} ${row['household_id']}`, row['household_kind']]));
  const [here, there] = [homes(base), homes(alternative)];
  const both = [...here.keys()].filter((key) => there.has(key));
  expect(both.length / here.size).toBeGreaterThan(0.97);
  expect(both.filter((key) => here.get(key) !== there.get(key))).toEqual([]);
  for (const { folder } of [base, alternative]) rmSync(folder, { recursive: true });
}, 300_000);
