import { beforeAll, describe, expect, it } from 'vitest';
import { eligibleOnly } from '../../src/policy/acting.ts';
import { type Condition, type PointsItem, pointsFacts } from '../../src/policy/condition.ts';
import { conditionKeys, type LeafKey } from '../../src/policy/condition-keys.ts';
import { conditionSchema } from '../../src/policy/condition-schema.ts';
import type { PolicyDocument, Rule } from '../../src/policy/document.ts';
import { type FactName, factOf, facts } from '../../src/policy/facts.ts';
import { isInCity } from '../../src/population/codes.ts';
import { membersOf } from '../../src/process/members.ts';
import { PersonApplicant } from '../../src/process/settlement/applicant.ts';
import { stateOf } from '../support/closed-population.ts';
import { sampledCity } from '../support/sanmenxia.ts';
import { documentOf } from './documents.ts';

/** Something each plain key may be given. */
const given = (key: LeafKey): Condition => {
  const asked = conditionKeys[key];
  const of = 'of' in asked ? asked.of : [];
  const values = { yes: true, number: 1, one: of[0], some: [of[0]], places: ['150203'] };
  const condition = { [key]: values[asked.takes] };
  expect(conditionSchema.safeParse(condition).success, key).toBe(true);
  return condition;
};

/** A document of one clause. */
const saying = (...sets: readonly Partial<Rule>[]): PolicyDocument => {
  const document = documentOf('chongqing-2016');
  return { ...document, clauses: [{ ...document.clauses[1], id: 'a', sets: sets as readonly Rule[] }] };
};
const told = (...sets: readonly Partial<Rule>[]): string[] => eligibleOnly(saying(...sets)).map(({ what }) => what.en);

const keys = Object.keys(conditionKeys) as LeafKey[];
const unknown = (key: LeafKey): string[] => {
  const { about, known } = facts[conditionKeys[key].fact];
  return known === 'nowhere' ? [about.en] : [];
};

/** Every place of a document where a condition may stand. */
const places: Record<string, (condition: Condition) => Partial<Rule>> = {
  route: (condition) => ({ rule: 'route', when: [condition] }),
  requirement: (condition) => ({ rule: 'requirement', when: [condition] }),
  relatives: (condition) => ({ rule: 'relatives', when: [condition] }),
  permit: (condition) => ({ rule: 'permit', when: [condition] }),
  right: (condition) => ({ rule: 'right', when: [condition] }),
  follower: (condition) => ({ rule: 'route', when: [], relatives: [{ is: 'children', when: condition }] }),
  anyOf: (condition) => ({ rule: 'route', when: [{ anyOf: [{ livesInTown: true }, condition] }] }),
  allOf: (condition) => ({ rule: 'route', when: [{ allOf: [condition] }] }),
  not: (condition) => ({ rule: 'route', when: [{ not: condition }] }),
  sponsor: (condition) => ({ rule: 'route', when: [{ joins: { as: ['spouse'], sponsor: condition } }] }),
  relative: (condition) => ({ rule: 'route', when: [{ relative: { is: ['spouse'], when: condition } }] }),
  points: (condition) => ({ rule: 'points', items: [{ points: 1, when: condition }] }),
  highest: (condition) => ({ rule: 'points', items: [{ highestOf: [{ points: 1, when: condition }, { points: 2 }] }] }),
  table: (condition) => {
    const items: readonly PointsItem[] = [{ points: 1, when: condition }];
    return { rule: 'route', when: [{ points: { atLeast: 1, items } }] };
  },
};

describe('what reaches the simulation and what acts in eligible alone is told of every key, wherever it stands', () => {
  it.each(Object.keys(places))('%s', (place) => {
    for (const key of keys) expect(told(places[place](given(key))), key).toEqual(unknown(key));
  });

  it('and of what points are counted by', () => {
    for (const fact of pointsFacts) {
      const { about, known } = facts[fact];
      const items: readonly PointsItem[] = [{ points: 1, per: fact }];
      expect(told({ rule: 'points', items })).toEqual(known === 'nowhere' ? [about.en] : []);
    }
  });

  it('moving back to the village always is', () => {
    expect(told({ rule: 'return', when: [] })).toEqual(['moving the register back to the village']);
  });
});

describe('the table of facts says truly what the simulation knows', () => {
  const seen = new Map<FactName, Set<unknown>>();
  const names = Object.keys(facts) as FactName[];

  beforeAll(() => {
    const town = sampledCity('scenarios/sanmenxia.yaml', 0.02);
    const state = stateOf(town.base, town.city, town.scenario.baseYear + 2, 1);
    const applicant = new PersonApplicant(town.base, state);
    const { residenceArea } = town.base.persons.columns;
    membersOf(town.base).rebuild();
    for (const name of names) seen.set(name, new Set());
    for (let i = 0; i < town.base.persons.rows; i++) {
      if (!isInCity(residenceArea[i])) continue;
      const of = applicant.of(i, 183);
      for (const name of names) seen.get(name)?.add(factOf[name](of));
    }
  }, 120_000);

  it.each(names)('%s', (name) => {
    const different = seen.get(name)?.size ?? 0;
    if (facts[name].known === 'nowhere') expect(different).toBe(1);
    else expect(different).toBeGreaterThan(1);
  });
});
