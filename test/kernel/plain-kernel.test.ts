import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { boundTo } from '../../src/population/bound.ts';
import type { Population } from '../../src/population/population.ts';
import type * as HazardTables from '../../src/process/agenda/hazard-table.ts';
import type * as Members from '../../src/process/members.ts';
import type * as Villages from '../../src/process/place/village-shares.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/**
 * The kernel with everything clever in it done plainly: every row looked at, every year tried, every household grouped anew,
 * every village and stock counted from scratch. One draw scheme, two ways to carry it out: the bits must be the same.
 */
type Support = typeof import('../support/sanmenxia.ts');

async function loadFast(): Promise<Support> {
  vi.resetModules();
  return import('../support/sanmenxia.ts');
}

/** The kernel on the plain techniques, with the counts of their calls. */
async function loadPlain(): Promise<{ support: Support; calls: Readonly<Record<string, number>> }> {
  vi.resetModules();
  const techniques = await import('./plain/techniques.ts');
  vi.doMock('../../src/process/agenda/rows-equal.ts', () => ({ rowsEqual: techniques.rowsEqual }));
  vi.doMock('../../src/math/bytes.ts', async (original) => ({ ...(await original<object>()), ...techniques.bytes }));
  vi.doMock('../../src/process/dwelling/lottery.ts', () => ({ drawWinners: techniques.drawWinners }));
  vi.doMock('../../src/process/agenda/hazard-table.ts', async (original) => ({
    ...(await original<typeof HazardTables>()),
    nextDue: techniques.nextDue,
    isOver: () => false,
  }));
  vi.doMock('../../src/process/members.ts', async (original) => {
    const { membersOf } = await original<typeof Members>();
    const plain = boundTo((workspace) => {
      const members = membersOf(workspace);
      return Object.assign(members, { regroup: members.rebuild, touch: () => {}, join: () => {} });
    });
    return { membersOf: plain };
  });
  vi.doMock('../../src/process/place/village-shares.ts', async (original) => {
    const villages = await original<typeof Villages>();
    const plain = boundTo((workspace) => {
      const shares = villages.sharesOf(workspace);
      const { measure } = shares;
      let weight = 1;
      return Object.assign(shares, {
        measure: (ofOne: number) => {
          weight = ofOne;
          measure(weight);
        },
        update: () => measure(weight),
      });
    });
    return { ...villages, sharesOf: plain };
  });
  vi.doMock('../../src/indicator/count-stocks.ts', async (original) => ({
    ...(await original<object>()),
    countStocks: techniques.countStocks,
  }));
  try {
    return { support: await import('../support/sanmenxia.ts'), calls: techniques.calls };
  } finally {
    for (const module of [
      'agenda/rows-equal',
      'dwelling/lottery',
      'agenda/hazard-table',
      'members',
      'place/village-shares',
    ])
      vi.doUnmock(`../../src/process/${module}.ts`);
    vi.doUnmock('../../src/indicator/count-stocks.ts');
    vi.doUnmock('../../src/math/bytes.ts');
  }
}

const scenarios = ['baotou', 'chifeng', 'qingyang', 'sanmenxia'].flatMap((city) => [
  `scenarios/${city}.yaml`,
  ...readdirSync(new URL(`../../scenarios/${city}`, import.meta.url)).map((file) => `scenarios/${city}/${file}`),
]);

/** Base populations by city and base year: one household in four hundred. */
const bases = new Map<string, Population>();

/** Results of one replicate over a few years. */
function run(support: Support, file: string, replicate: number) {
  const place = `${file.split('/')[1].replace('.yaml', '')} ${file.includes('2010')}`;
  const town = support.sampledCity(file, 0.0025, bases.get(place));
  bases.set(place, town.base);
  const scenario: Scenario = { ...town.scenario, endYear: town.scenario.baseYear + 6 };
  const { values, settlements } = support.simulate(town, { scenario, replicate });
  return { values, settlements };
}

describe('the kernel and the plain kernel', () => {
  it('give the same bits over all scenarios, and differ in how they work', async () => {
    const [plain, fast] = [await loadPlain(), await loadFast()];
    for (const [n, file] of scenarios.entries())
      expect(run(fast, file, 1 + (n % 5)), file).toEqual(run(plain.support, file, 1 + (n % 5)));
    for (const [technique, count] of Object.entries(plain.calls)) expect(count, technique).toBeGreaterThan(0);
  }, 900_000);
});
