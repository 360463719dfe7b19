import type { Localized } from '../../language/language.ts';
import type { Clause, PolicyDocument } from '../../policy/document.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { unitName } from '../../scenario/unit-names.ts';
import { type Change, noChange } from './change.ts';
import { leverValue } from './variation.ts';

/** A question about a city and the change that asks it. */
interface Example {
  readonly question: Localized;
  readonly change: Change;
}

const MOST = 8;
/** Questions of a kind: about clauses that open a way, about disputed words, about clauses tried from elsewhere. */
const MOST_ROUTES = 3;
const MOST_READINGS = 1;
const MOST_TRIALS = 1;
/** Levers that are asked about, as many as there is room for; each is moved to the far end of what is believed of it, or a fifth up. */
const levers: readonly ParameterName[] = [
  'inMigration.factor',
  'school.capacityFactor',
  'settlement.outreach',
  'job.creation',
  'rental.capacityFactor',
];
/** Longest meaning a question quotes. */
const QUOTED = { zh: 36, en: 90 };

/**
 * Questions to begin with, of the city's own documents and of the scenario's levers: its newest document taken out, its clauses that open a
 * way to a town register, words that are read in two ways, a clause that opens a way elsewhere, and levers to the end of their range.
 * What a newer document of the city has replaced is not asked about.
 * @param day from which a clause of elsewhere is tried, YYYY-MM-DD
 */
export function examplesOf(base: Scenario, documents: readonly PolicyDocument[], day: string): Example[] {
  const isOwn = ({ id }: PolicyDocument): boolean => base.documents.includes(id) && !base.policy.without.includes(id);
  const own = documents
    .filter((each) => each.level === 'city' && isOwn(each))
    .sort((a, b) => (a.date.inForce.assumed < b.date.inForce.assumed ? 1 : -1));
  const replaced = new Set(own.flatMap(({ clauses }) => clauses.flatMap(({ replaces }) => replaces)));
  const inForce = own.filter(({ id }) => !replaced.has(id));
  const clauses = inForce.flatMap((document) =>
    document.clauses
      .filter(({ id }) => !base.policy.without.includes(`${document.id}:${id}`))
      .map((clause) => ({ document, clause })),
  );
  const found = [
    ...inForce.slice(0, 1).map(withoutDocument),
    ...clauses
      .filter(({ clause }) => opensWay(clause))
      .slice(0, MOST_ROUTES)
      .map(withoutClause),
    ...clauses.flatMap(({ document, clause }) => readOtherwise(base, document, clause)).slice(0, MOST_READINGS),
    ...documents
      .filter((each) => each.level === 'city' && !base.documents.includes(each.id))
      .flatMap((document) => document.clauses.filter(opensWay).map((clause) => ({ document, clause })))
      .slice(0, MOST_TRIALS)
      .map((each) => tried(each, day)),
  ];
  return [...found, ...levers.flatMap((name) => moved(base, name))].slice(0, MOST);
}

const opensWay = ({ sets }: Clause): boolean => sets.some(({ rule }) => rule === 'route');

function withoutDocument({ id, title, number }: PolicyDocument): Example {
  return {
    question: {
      zh: `如果没有《${title.zh}》（${number}），会怎样？`,
      en: `What if there were no ${title.en} (${id})?`,
    },
    change: { ...noChange, without: [id] },
  };
}

interface OfDocument {
  readonly document: PolicyDocument;
  readonly clause: Clause;
}

function withoutClause({ document, clause }: OfDocument): Example {
  const { zh, en } = quoted(clause);
  return {
    question: {
      zh: `如果去掉${document.number} ${clause.id}“${zh}”，会怎样？`,
      en: `What if ${document.id} ${clause.id} were struck: "${en}"?`,
    },
    change: { ...noChange, without: [`${document.id}:${clause.id}`] },
  };
}

/** A disputed clause read in the way the scenario does not. */
function readOtherwise(base: Scenario, document: PolicyDocument, { id, readings }: Clause): Example[] {
  const reference = `${document.id}:${id}`;
  const stated = base.policy.readings[reference] ?? readings[0]?.name;
  const other = readings.find(({ name }) => name !== stated);
  if (other === undefined) return [];
  return [
    {
      question: {
        zh: `如果${document.number} ${id}这样解释——${cut(other.meaning.zh, QUOTED.zh)}——会怎样？`,
        en: `What if ${document.id} ${id} were read so: ${cut(other.meaning.en, QUOTED.en)}?`,
      },
      change: { ...noChange, readings: { [reference]: other.name } },
    },
  ];
}

function tried({ document, clause }: OfDocument, day: string): Example {
  const { zh, en } = quoted(clause);
  return {
    question: {
      zh: `如果自${day}起也有${document.number} ${clause.id}“${zh}”，会怎样？`,
      en: `What if ${document.id} ${clause.id} held here too from ${day}: "${en}"?`,
    },
    change: { ...noChange, add: [{ clause: `${document.id}:${clause.id}`, from: day }] },
  };
}

const A_FIFTH_UP = 1.2;

/** A lever at the end of its range that is farther from what is stated, or where it has none a fifth up; nothing where it cannot go there. */
function moved(base: Scenario, name: ParameterName): Example[] {
  const { unit, limits, range: usual, name: words } = parameterSpecs[name];
  const stated = leverValue(base.parameters[name]);
  const up = Number((stated * A_FIFTH_UP).toPrecision(6));
  const [low, high] = base.parameters[name][0].range ?? usual ?? [stated, up];
  const to = high - stated >= stated - low ? high : low;
  if (to === stated || !Number.isFinite(to) || to < limits[0] || to > limits[1]) return [];
  // a factor is a number alone
  const of = (lang: 'zh' | 'en'): string => (unit === 'factor' ? '' : unitName(unit, lang));
  return [
    {
      question: {
        zh: `如果“${words.zh}”由${stated}变为${to}${of('zh')}，会怎样？`,
        en: `What if "${words.en}" were ${[to, of('en')].filter(Boolean).join(' ')} in place of ${stated}?`,
      },
      change: { ...noChange, parameters: { [name]: to } },
    },
  ];
}

const quoted = ({ meaning }: Clause): Localized => ({
  zh: cut(meaning.zh, QUOTED.zh),
  en: cut(meaning.en, QUOTED.en),
});
const cut = (words: string, most: number): string =>
  [...words].length > most
    ? `${[...words]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : words;
