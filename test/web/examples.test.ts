import { describe, expect, it } from 'vitest';
import { languages } from '../../src/language/language.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { noChange } from '../../src/web/scene/change.ts';
import { examplesOf } from '../../src/web/scene/examples.ts';
import { loadChange, loadScene } from '../../src/web/scene/load-change.ts';
import { isSame } from '../../src/web/scene/trail.ts';
import { sceneOf } from '../../src/web/server/scene-of.ts';

const cities = ['baotou', 'chifeng', 'qingyang', 'sanmenxia'];
const of = (city: string) => {
  const inputs = loadInputs({ scenario: `scenarios/${city}.yaml`, overrides: {}, sample: 1 }, 'en');
  const scene = sceneOf(inputs, [], []);
  const base = loadScene(scene, inputs.documents, {}, 'en');
  return { scene, base, documents: inputs.documents, examples: examplesOf(base, inputs.documents, '2027-01-01') };
};

describe.each(cities)('questions to begin with in %s', (city) => {
  const { scene, base, documents, examples } = of(city);

  it('are some, eight at most, no two alike, each a question in both languages', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
    expect(examples.length).toBeLessThanOrEqual(8);
    for (const [i, { question, change }] of examples.entries()) {
      expect(examples.slice(i + 1).some((other) => isSame(other.change, change))).toBe(false);
      expect(question.zh).toMatch(/^如果.+会怎样？$/);
      expect(question.en).toMatch(/^What if .+\?$/);
      for (const lang of languages) expect(question[lang].length).toBeLessThan(200);
    }
  });

  it('are of the city itself: its newest document, and clauses that are in force there', () => {
    const own = documents
      .filter(({ id, level }) => level === 'city' && base.documents.includes(id))
      .sort((a, b) => (a.date.inForce.assumed < b.date.inForce.assumed ? 1 : -1));
    expect(examples[0].change).toEqual({ ...noChange, without: [own[0].id] });
    for (const reference of examples.flatMap(({ change }) => change.without))
      expect(own.map(({ id }) => id)).toContain(reference.split(':')[0]);
    for (const { clause } of examples.flatMap(({ change }) => change.add))
      expect(own.map(({ id }) => id)).not.toContain(clause.split(':')[0]);
  });

  it('are changes the loader takes', () => {
    for (const { question, change } of examples)
      expect(() => loadChange(scene, documents, { base, change, overrides: {} }, 'en'), question.en).not.toThrow();
  });
});

it('ask of no clause the scenario has taken out already', () => {
  const { base, documents } = of('baotou');
  const all = examplesOf(base, documents, '2027-01-01').flatMap(({ change }) => change.without);
  const [, reference] = all;
  const without = { ...base, policy: { ...base.policy, without: [reference] } };
  expect(examplesOf(without, documents, '2027-01-01').flatMap(({ change }) => change.without)).not.toContain(reference);
});
