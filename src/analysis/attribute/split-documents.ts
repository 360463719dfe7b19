import type { Clause, PolicyDocument, Rule } from '../../policy/document.ts';
import { rulesByTopic, type Topic } from './topics.ts';

/** Documents whose clauses are cut so that each part is about one topic. */
interface SplitDocuments {
  readonly documents: readonly PolicyDocument[];
  /** Parts by topic, as `document:clause`. */
  readonly byTopic: ReadonlyMap<Topic, readonly string[]>;
  /** Parts of a whole clause, by `document:clause`. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
}

/** Between a clause and the topic of a part of it; no clause has it in its name. */
const CUT = '~';

/**
 * Cuts the clauses of some documents by topic: the law made of all parts is the law made of the documents, and any topic can
 * be taken out alone. What a document or clause puts an end to (`replaces`) ends routes, so it goes with the thresholds. The part
 * about routes, else the first, keeps the name of its clause, by which other clauses and readings refer to it.
 * @param ids documents to cut; the others stay as they are
 * @param readings readings chosen other than the default
 */
export function splitDocuments(
  documents: readonly PolicyDocument[],
  ids: ReadonlySet<string>,
  readings: Readonly<Record<string, string>>,
): SplitDocuments {
  const byTopic = new Map<Topic, string[]>();
  const partsOf = new Map<string, string[]>();
  const cut = documents.map((document): PolicyDocument => {
    if (!ids.has(document.id)) return document;
    const clauses = document.clauses.flatMap((clause) => {
      const chosen = readings[`${document.id}:${clause.id}`] ?? clause.readings[0]?.name;
      const parts = splitClause(clause, chosen);
      partsOf.set(
        `${document.id}:${clause.id}`,
        parts.map((part) => `${document.id}:${part.clause.id}`),
      );
      for (const part of parts) note(byTopic, part.topic, `${document.id}:${part.clause.id}`);
      return parts.map((part) => part.clause);
    });
    if (document.replaces.length === 0) return { ...document, clauses };
    const ending = endingOf(`${CUT}replaces`, document.replaces, document.clauses[0]);
    note(byTopic, 'thresholds', `${document.id}:${ending.id}`);
    return { ...document, replaces: [], clauses: [ending, ...clauses] };
  });
  return { documents: cut, byTopic, partsOf };
}

function note(byTopic: Map<Topic, string[]>, topic: Topic | null, reference: string): void {
  if (topic !== null) byTopic.set(topic, [...(byTopic.get(topic) ?? []), reference]);
}

interface Part {
  readonly topic: Topic | null;
  readonly clause: Clause;
}

function splitClause(clause: Clause, chosen: string | undefined): Part[] {
  const rules = new Map<Topic, Rule[]>();
  const unread: Rule[] = [];
  for (const rule of clause.sets) {
    const parts = rulesByTopic(rule);
    if (parts.length === 0) unread.push(rule);
    for (const part of parts) rules.set(part.topic, [...(rules.get(part.topic) ?? []), part.rule]);
  }
  const ends = clause.replaces.length > 0 && !rules.has('thresholds');
  const topics = [...rules.keys()];
  const first = topics.includes('thresholds') ? 'thresholds' : (topics[0] ?? null);
  const own: Part = {
    topic: first,
    clause: {
      ...clause,
      replaces: ends ? [] : clause.replaces,
      sets: [...(first === null ? [] : rules.get(first)!), ...unread],
    },
  };
  const others = topics
    .filter((topic) => topic !== first)
    .map((topic): Part => {
      // under another name the reading chosen in a scenario would not be found: it is taken here
      const read = rules.get(topic)!.filter((rule) => rule.reading === null || rule.reading === chosen);
      const sets = read.map((rule) => ({ ...rule, reading: null }));
      return { topic, clause: { ...clause, id: `${clause.id}${CUT}${topic}`, readings: [], replaces: [], sets } };
    });
  if (!ends) return [own, ...others];
  const ending = endingOf(`${clause.id}${CUT}replaces`, clause.replaces, clause);
  return [own, ...others, { topic: 'thresholds', clause: ending }];
}

/** A clause that does nothing but end the routes of other documents, on the day of `like`. */
const endingOf = (id: string, replaces: readonly string[], like: Clause): Clause => ({
  ...like,
  id,
  from: like.from,
  readings: [],
  sets: [],
  replaces,
});
