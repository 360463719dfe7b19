import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leverNames, routeNames } from '../../src/policy/law.ts';
import { documentOf, documents } from './documents.ts';

const listed = readFileSync(new URL('clauses.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const four = ['baotou-2024', 'chifeng-2016', 'qingyang-2022', 'sanmenxia-2019'];

describe('the four documents', () => {
  it('hold every clause of the list and no other', () => {
    const held = four.flatMap((id) => documentOf(id).clauses.map((c) => `${id}:${c.id}`));
    expect(held.sort()).toEqual([...listed].sort());
    expect(listed).toHaveLength(133);
  });

  it('say of each clause what it sets, or why it sets nothing', () => {
    for (const document of documents)
      for (const clause of document.clauses)
        expect(clause.sets.length > 0, `${document.id}:${clause.id}`).toBe(clause.notModelled === null);
  });
});

describe('no name of the law is idle', () => {
  const rules = documents.flatMap((d) => d.clauses.flatMap((c) => c.sets));

  it('every lever is set by some clause', () => {
    const set = new Set(rules.flatMap((r) => (r.rule === 'lever' ? [r.name] : [])));
    expect(leverNames.filter((name) => !set.has(name))).toEqual([]);
  });

  it('every route but the collective address, a place and no right, is opened by some clause', () => {
    const open = new Set(rules.flatMap((r) => (r.rule === 'route' ? [r.name] : [])));
    expect(routeNames.filter((name) => !open.has(name))).toEqual(['collective-address']);
  });

  it('every disputed reading changes a rule', () => {
    for (const document of documents)
      for (const clause of document.clauses) {
        const used = new Set(clause.sets.map((r) => r.reading));
        const idle = clause.readings
          .filter((r) => !used.has(r.name))
          .map((r) => `${document.id}:${clause.id} ${r.name}`);
        // the programme and the strict reading are the ones that open nothing of their own
        expect(idle.filter((name) => !/qingyang-2022:1.1 programme|chifeng-2016:2.1.1 strict/.test(name))).toEqual([]);
      }
  });
});

describe('dates', () => {
  it('Chifeng has no day: the middle of its year is assumed and says why', () => {
    const { inForce } = documentOf('chifeng-2016').date;
    expect(inForce).toMatchObject({ earliest: '2016-01-02', latest: '2016-12-31', assumed: '2016-07-01' });
    expect(inForce.why?.en).toContain('no day');
  });

  it('the other three are in force from the day they were signed', () => {
    for (const id of four.filter((f) => f !== 'chifeng-2016')) {
      const { signed, inForce } = documentOf(id).date;
      expect(inForce.assumed).toBe(signed);
      expect(inForce.why).toBeNull();
    }
  });
});
