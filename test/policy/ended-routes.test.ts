import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { endedRoutes } from '../../src/policy/ended-routes.ts';
import { readDocuments } from '../../src/run/read-documents.ts';
import { readData } from '../../src/scenario/read-data.ts';

const shipped = readDocuments(readData);
const baotou = shipped.find(({ id }) => id === 'baotou-2024')!;
const own = (replaces: readonly string[], routes: readonly string[]): PolicyDocument => ({
  ...baotou,
  id: 'own-2026',
  area: '420600',
  replaces,
  clauses: [
    {
      ...baotou.clauses[0]!,
      replaces: [],
      sets: routes.map((name) => ({
        ...baotou.clauses.flatMap(({ sets }) => sets).find((rule) => rule.rule === 'route')!,
        name,
      })) as PolicyDocument['clauses'][number]['sets'],
    },
  ],
});

describe('routes that end because a document replaces others', () => {
  it('are those that nothing opens again', () => {
    const ended = endedRoutes(
      own(['national-1998', 'national-2001', 'national-2011', 'national-2014'], ['zero-threshold']),
      shipped,
    );
    expect(ended.find(({ document }) => document === 'national-1998')?.routes.map(({ name }) => name)).toContain('kin');
    expect(ended.flatMap(({ routes }) => routes.map(({ name }) => name))).not.toContain('zero-threshold');
  });

  it('are none where the document opens them itself, and where nothing is replaced', () => {
    const kin = endedRoutes(own(['national-1998'], ['zero-threshold', 'kin']), shipped);
    expect(kin.flatMap(({ routes }) => routes.map(({ name }) => name))).not.toContain('kin');
    expect(endedRoutes(own([], ['zero-threshold']), shipped)).toEqual([]);
  });

  it('are told of the shipped documents too: Chifeng goes on with kin', () => {
    const chifeng = shipped.find(({ id }) => id === 'chifeng-2016')!;
    expect(endedRoutes(chifeng, shipped).flatMap(({ routes }) => routes.map(({ name }) => name))).not.toContain('kin');
  });
});
