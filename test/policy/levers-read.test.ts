import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/policy/document.ts';
import { leverNames, services } from '../../src/policy/law.ts';
import { ladders } from '../../src/policy/rights.ts';
import { documentOf, documents } from './documents.ts';

const src = new URL('../../src/', import.meta.url);

/** Text of the source files of some folders, tests of nothing but what the model reads. */
function sources(folders: readonly string[], leftOut: readonly string[] = []): string {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && folders.some((folder) => file.startsWith(`${folder}/`)))
    .filter((file) => !leftOut.includes(file))
    .map((file) => readFileSync(new URL(file, src), 'utf8'))
    .join('\n');
}

describe('nothing of the law is idle in the model', () => {
  it('every lever is read by a process', () => {
    const model = sources(['process', 'kernel', 'indicator']);
    const reads = (lever: string): boolean => model.includes(`'${lever}'`);
    expect(leverNames.filter((lever) => !reads(lever))).toEqual([]);
  });

  it('every service stands on one ladder, and some clause gives it before and after settling', () => {
    expect(Object.values(ladders).flat().sort()).toEqual([...services].sort());
    const rules = documents.flatMap((d) => d.clauses.flatMap((c) => c.sets));
    const given = (kind: 'right' | 'settled') =>
      new Set(rules.flatMap((rule) => (rule.rule === kind ? rule.services : [])));
    for (const service of services) {
      expect(given('right'), service).toContain(service);
      expect(given('settled'), service).toContain(service);
    }
  });

  it('every kind of rule is read beyond being shown', () => {
    const shown = ['policy/document.ts', 'policy/document-schema.ts', 'policy/describe-rule.ts'];
    const readers = sources(['policy', 'process', 'kernel', 'fiscal'], shown);
    const reads = (kind: Rule['rule']): boolean =>
      readers.includes(`only(active, '${kind}')`) || readers.includes(`rule.rule === '${kind}'`);
    const kinds = new Set(documents.flatMap((d) => d.clauses.flatMap((c) => c.sets.map((rule) => rule.rule))));
    expect([...kinds].filter((kind) => !reads(kind))).toEqual([]);
  });
});

describe('what does not reach the model', () => {
  const four = ['baotou-2024', 'chifeng-2016', 'qingyang-2022', 'sanmenxia-2019'].map(documentOf);
  const clauses = four.flatMap((d) => d.clauses);

  it('is less than two fifths of the clauses, and each says why in both languages', () => {
    const silent = clauses.filter((c) => c.notModelled !== null);
    expect(silent.length).toBeLessThan(0.4 * clauses.length);
    for (const { id, notModelled } of silent) {
      expect(notModelled?.zh.length, id).toBeGreaterThan(8);
      expect(notModelled?.en.length, id).toBeGreaterThan(30);
    }
  });

  it('is never put off to a later version', () => {
    for (const { id, notModelled } of clauses)
      expect(`${notModelled?.zh} ${notModelled?.en}`, id).not.toMatch(
        /later|not yet|release|to come|以后|后续|尚未实现/,
      );
  });

  it('opens no route and no permit: who may settle is law in full, but for the ways that no figure describes', () => {
    const closed = four.flatMap((d) =>
      d.clauses.filter((c) => c.kind === 'eligibility' && c.notModelled !== null).map((c) => `${d.id}:${c.id}`),
    );
    expect(closed).toEqual(['chifeng-2016:2.3']);
  });
});
