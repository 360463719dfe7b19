import { registerTiers } from '../../population/codes.ts';
import type { Condition, PointsCount, PointsFact, PointsItem } from '../condition.ts';
import { conditionKeys } from '../condition-keys.ts';
import type { Clause, Follower, PolicyDocument, Rule } from '../document.ts';
import type { Quota } from '../quota.ts';
import { relativeNames } from '../relative.ts';

/** A document with one small thing changed, as a slip of the pen would. */
interface Mutant {
  readonly name: string;
  readonly document: PolicyDocument;
}

interface Change<T> {
  readonly name: string;
  readonly value: T;
}

const toggle = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((x) => x !== item) : [...list, item];

/** Every list with one member more or less, never empty. */
const lists = <T>(name: string, list: readonly T[], all: readonly T[]): Change<readonly T[]>[] =>
  all.map((item) => ({ name: `${name} ${item}`, value: toggle(list, item) })).filter(({ value }) => value.length > 0);

const numbers = (name: string, n: number): Change<number>[] =>
  [n - 1, n + 1].filter((m) => m >= 0).map((m) => ({ name: `${name} ${m}`, value: m }));

/** One member of a list replaced by each of its changes, or dropped. */
function members<T>(name: string, list: readonly T[], of: (item: T) => Change<T>[]): Change<readonly T[]>[] {
  return list.flatMap((item, i) => [
    { name: `${name}[${i}] dropped`, value: list.filter((_, k) => k !== i) },
    ...of(item).map((c) => ({ name: `${name}[${i}].${c.name}`, value: list.map((x, k) => (k === i ? c.value : x)) })),
  ]);
}

/** Names a plain key may list; nothing for codes of places. */
const domainOf = (key: string): readonly unknown[] | undefined => {
  const asked = (conditionKeys as Readonly<Record<string, { readonly of?: readonly unknown[] }>>)[key];
  return asked?.of;
};

function conditions(condition: Condition): Change<Condition>[] {
  return (Object.keys(condition) as (keyof Condition)[]).flatMap((key): Change<Condition>[] => {
    const { [key]: value, ...rest } = condition;
    const put = (c: Change<unknown>): Change<Condition> => ({ name: c.name, value: { ...condition, [key]: c.value } });
    if (key === 'anyOf' || key === 'allOf') return members(key, condition[key] ?? [], conditions).map(put);
    const dropped = { name: `${key} dropped`, value: rest };
    if (value === undefined) return [];
    if (key === 'joins' && condition.joins) return [dropped, ...joinings(condition.joins).map(put)];
    if (key === 'points' && condition.points) {
      const { points } = condition;
      return [
        dropped,
        ...numbers('points', points.atLeast).map((c) => put({ name: c.name, value: { ...points, atLeast: c.value } })),
        ...members('items', points.items, items).map((c) =>
          put({ name: c.name, value: { ...points, items: c.value } }),
        ),
      ];
    }
    if (typeof value === 'number') return [dropped, ...numbers(key, value).map(put)];
    if (Array.isArray(value)) return [dropped, ...lists(key, value, domainOf(key) ?? value).map(put)];
    return [dropped];
  });
}

/** An item of points worth one more or less, capped otherwise, or given to others. */
function items(item: PointsItem): Change<PointsItem>[] {
  if ('highestOf' in item)
    return members('highestOf', item.highestOf, counts).map((c) => ({ name: c.name, value: { highestOf: c.value } }));
  return counts(item);
}

function counts(item: PointsCount): Change<PointsCount>[] {
  const { points, most, when } = item;
  return [
    ...numbers('points', points).map((c) => ({ name: c.name, value: { ...item, points: c.value } })),
    ...(most === undefined ? [] : numbers('most', most)).map((c) => ({
      name: c.name,
      value: { ...item, most: c.value },
    })),
    ...(when === undefined ? [] : conditions(when)).map((c) => ({ name: c.name, value: { ...item, when: c.value } })),
    ...(Array.isArray(item.per) ? members('per', item.per as readonly PointsFact[], () => []) : []).map((c) => ({
      name: c.name,
      value: { ...item, per: c.value },
    })),
  ];
}

type Joins = NonNullable<Condition['joins']>;
const joinings = (joins: Joins): Change<Joins>[] => [
  ...lists('as', joins.as, joins.as).map((c) => ({ name: c.name, value: { ...joins, as: c.value } })),
  { name: 'livingTogether', value: { ...joins, livingTogether: joins.livingTogether ? undefined : true } },
];

/** A list of followers with one more or less, or one who need meet nothing more. */
const followers = (list: readonly Follower[]): Change<readonly Follower[]>[] => {
  const nameOf = (f: Follower) => (typeof f === 'string' ? f : f.is);
  return [
    ...relativeNames.map((name) => ({
      name,
      value: list.some((f) => nameOf(f) === name) ? list.filter((f) => nameOf(f) !== name) : [...list, name],
    })),
    ...list.flatMap((f, i) =>
      typeof f === 'string'
        ? []
        : [{ name: `${f.is} unconditionally`, value: list.map((x, k) => (k === i ? f.is : x)) }],
    ),
  ];
};

const quotas = (quota: Quota | null): Change<Quota | null>[] =>
  quota === null
    ? []
    : numbers('quota', quota.perYear).map((c) => ({ name: c.name, value: { ...quota, perYear: c.value } }));

/** Every change of a rule that the law must notice. */
function rules(rule: Rule, who: Clause['who']): Change<Rule>[] {
  const put = <K extends keyof Rule | string>(key: K, changes: readonly Change<unknown>[]): Change<Rule>[] =>
    changes.map((c) => ({ name: c.name, value: { ...rule, [key]: c.value } as Rule }));
  const where = rule.where
    ? put(
        'where',
        members('where', rule.where, () => []),
      )
    : [];
  switch (rule.rule) {
    case 'route':
      return [
        ...where,
        ...put('when', members('when', rule.when, conditions)),
        ...put(
          'under',
          members('under', rule.under, () => []),
        ),
        ...put('relatives', followers(rule.relatives)),
        ...(rule.relatives.length > 0 ? put('coResident', [{ name: 'coResident', value: !rule.coResident }]) : []),
        ...put('needsAddress', [{ name: 'needsAddress', value: !rule.needsAddress }]),
        ...put('quota', quotas(rule.quota)),
      ];
    case 'points':
      return put('items', members('items', rule.items, items));
    case 'requirement':
    case 'return':
      return put('when', members('when', rule.when, conditions));
    case 'relatives':
      return [
        ...put('when', members('when', rule.when, conditions)),
        ...put('coResident', [{ name: 'coResident', value: !rule.coResident }]),
      ];
    case 'permit':
      return [
        ...put('months', numbers('months', rule.months)),
        ...put('tiers', lists('tier', rule.tiers, registerTiers)),
        ...put('groundTiers', lists('ground', rule.groundTiers, rule.tiers)),
        ...put(
          'notBetween',
          members('notBetween', rule.notBetween, () => []),
        ),
      ];
    case 'right':
      return [
        ...put('level', [{ name: 'level', value: rule.level === 1 ? 0.9 : rule.level + 0.1 }]),
        // those whom the clause does not reach anyway are left alone
        ...put(
          'tiers',
          lists('tier', rule.tiers, who === 'registered-here' ? registerTiers.slice(0, 2) : registerTiers),
        ),
        ...put('when', members('when', rule.when, conditions)),
        ...put('needsPermit', [{ name: 'needsPermit', value: !rule.needsPermit }]),
        ...put('yearsInTown', numbers('years', rule.yearsInTown)),
        ...put('insuredYears', numbers('insured', rule.insuredYears)),
        ...(rule.force === null ? [] : put('force', [{ name: 'force dropped', value: null }])),
      ];
    case 'settled':
      return [
        ...put('level', [{ name: 'level', value: rule.level - 0.1 }]),
        ...put(
          'services',
          members('services', rule.services, () => []),
        ),
      ];
    default:
      return [];
  }
}

const read = new Set<Rule['rule']>([
  'route',
  'requirement',
  'points',
  'relatives',
  'return',
  'address',
  'permit',
  'right',
  'settled',
]);

const shifted = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** All mutants of a document in the rules that decide on routes, relatives, permits and rights. */
export function mutantsOf(document: PolicyDocument): Mutant[] {
  const { date, clauses, replaces } = document;
  const withClause = (i: number, change: Change<Clause>): Mutant => ({
    name: `${document.id}:${change.value.id} ${change.name}`,
    document: { ...document, clauses: clauses.map((c, k) => (k === i ? change.value : c)) },
  });
  return [
    ...(clauses.some((c) => c.sets.some((r) => read.has(r.rule))) ? [-1, 1] : []).map((days) => ({
      name: `${document.id} ${days} day`,
      document: {
        ...document,
        date: { ...date, inForce: { ...date.inForce, assumed: shifted(date.inForce.assumed, days) } },
      },
    })),
    ...members('replaces', replaces, () => []).map((c) => ({
      name: `${document.id} ${c.name}`,
      document: { ...document, replaces: c.value },
    })),
    ...clauses.flatMap((clause, i) => [
      ...members('replaces', clause.replaces, () => []).map((c) =>
        withClause(i, { name: c.name, value: { ...clause, replaces: c.value } }),
      ),
      ...((clause.who === 'rural' || clause.who === 'registered-here') && clause.sets.some((r) => read.has(r.rule))
        ? [withClause(i, { name: 'who dropped', value: { ...clause, who: 'anyone' } })]
        : []),
      ...clause.sets.flatMap((rule, r) =>
        !read.has(rule.rule)
          ? []
          : [
              withClause(i, {
                name: `sets[${r}] dropped`,
                value: { ...clause, sets: clause.sets.filter((_, k) => k !== r) },
              }),
              ...rules(rule, clause.who).map((c) =>
                withClause(i, {
                  name: `sets[${r}] ${c.name}`,
                  value: { ...clause, sets: clause.sets.map((x, k) => (k === r ? c.value : x)) },
                }),
              ),
            ],
      ),
    ]),
  ];
}
