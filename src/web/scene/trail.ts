import type { Change } from './change.ts';

/** Changes in the order they were made, and the one that holds. */
export interface Trail {
  readonly entries: readonly Change[];
  readonly at: number;
  /** When the last entry was made, in milliseconds. */
  readonly time: number;
}

/** Entries that are kept. */
const KEPT = 50;
/** A lever that moves on within this time makes one entry, not many. */
const ONE_MOVE_MS = 1500;

export const trailOf = (change: Change): Trail => ({ entries: [change], at: 0, time: Number.NEGATIVE_INFINITY });

/** The trail with one more change; what was undone before it is forgotten. A lever on its way replaces its last place. */
export function recorded(trail: Trail, change: Change, now: number): Trail {
  const { entries, at, time } = trail;
  if (isSame(entries[at], change)) return trail;
  const goesOn = at > 0 && now - time < ONE_MOVE_MS && isOneLever(entries[at - 1], entries[at], change);
  const before = entries.slice(0, goesOn ? at : at + 1);
  const kept = [...before, change].slice(-KEPT);
  return { entries: kept, at: kept.length - 1, time: now };
}

/** The trail at another entry; itself where there is none. Coming back to an entry begins a new move. */
export const goneTo = (trail: Trail, at: number): Trail =>
  at < 0 || at >= trail.entries.length ? trail : { ...trail, at, time: Number.NEGATIVE_INFINITY };

export const isSame = (a: Change, b: Change): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** A change with its parts in an order of their own: it does not matter what was done first. */
const inOrder = ({ without, add, readings, parameters }: Change) => [
  [...without].sort(),
  add.map(({ clause, from }) => `${clause}@${from}`).sort(),
  Object.entries(readings).sort(),
  Object.entries(parameters).sort(),
];

/** Whether two changes both differ from one before in the same lever alone. */
function isOneLever(before: Change, last: Change, next: Change): boolean {
  const names = [last, next].map((each) => leversApart(before, each));
  return names.every((apart) => apart !== null && apart.length === 1) && names[0]![0] === names[1]![0];
}

/** Levers in which two changes differ; null where they differ in something else too. */
function leversApart(a: Change, b: Change): string[] | null {
  if (!isSame({ ...a, parameters: {} }, { ...b, parameters: {} })) return null;
  const [p, q]: Readonly<Record<string, number>>[] = [a.parameters, b.parameters];
  return [...new Set([...Object.keys(p), ...Object.keys(q)])].filter((name) => p[name] !== q[name]);
}
