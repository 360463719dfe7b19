import { describe, expect, it } from 'vitest';
import { cutInputs } from '../../../src/analysis/attribute/groups.ts';
import { topics } from '../../../src/analysis/attribute/topics.ts';
import { compileLawBook } from '../../../src/policy/compile-law-book.ts';
import { type Law, type LawBook, leverNames } from '../../../src/policy/law.ts';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';

const cities = ['baotou', 'chifeng', 'qingyang', 'sanmenxia', 'chifeng/lease-purposive', 'qingyang/chifeng-long-stay'];
const read = (name: string): Inputs =>
  loadInputs({ scenario: `scenarios/${name}.yaml`, overrides: {}, sample: 1 }, 'en');
const bookOf = ({ documents, scenario, city }: Inputs, without: readonly string[] = []): LawBook =>
  compileLawBook(documents, {
    ...scenario.policy,
    documents: scenario.documents,
    areas: city.areas,
    without: [...scenario.policy.without, ...without],
    exploreStrength: 0.2,
  });

/** All that a law says, clauses by the name of the clause they are part of. */
const told = (law: Law): unknown =>
  JSON.parse(
    JSON.stringify(law, (key, value: unknown) => {
      if (key === 'index') return undefined;
      return key === 'clause' && typeof value === 'string' ? value.split('~')[0] : value;
    }),
  );

describe.each(cities)('the documents of %s cut by topic', (name) => {
  const original = read(name);
  const { inputs, byTopic } = cutInputs(original);
  const days = [2015, 2017, 2019, 2020, 2022, 2024, 2025, 2035].flatMap((year) =>
    [1, 120, 300].map((day) => [year, day] as const),
  );

  it('make the same law', () => {
    const [before, after] = [bookOf(original), bookOf(inputs)];
    for (const [year, day] of days)
      for (const area of original.city.areas.keys())
        expect(told(after.on(area, year, day))).toEqual(told(before.on(area, year, day)));
  });

  it('make the law without the city’s own documents when every topic is out', () => {
    const own = original.documents.filter(
      ({ id, level }) => level === 'city' && original.scenario.documents.includes(id),
    );
    const none = bookOf(
      original,
      own.map(({ id }) => id),
    );
    const out = bookOf(inputs, [...byTopic.values()].flat());
    for (const [year, day] of days)
      for (const area of original.city.areas.keys())
        expect(told(out.on(area, year, day))).toEqual(told(none.on(area, year, day)));
  });

  it('lose the levers of a topic, and nothing else, when it is taken out', () => {
    const topic = 'land';
    const landLevers = ['land.rightsKept', 'land.paidExit', 'information.landBelief'];
    const [all, none, without] = [[], [...byTopic.values()].flat(), byTopic.get(topic) ?? []].map((out) =>
      bookOf(inputs, out),
    );
    expect(topics).toContain(topic);
    for (const lever of leverNames) {
      const left = without.lever(0, 2030, lever);
      expect(left).toBe((landLevers.includes(lever) ? none : all).lever(0, 2030, lever));
    }
  });
});
