import type { Network } from './round-flows.ts';

/**
 * A network made of cells that count in nested margins: persons of an age in their age group, that in its area. A margin is a
 * node, a cell an arc between two of them; each adds to the arcs that lead to its margins.
 */
export interface NestedNetwork {
  /** A margin within no other. */
  root(): number;
  /** A part of a margin that cells come from. */
  out(of: number): number;
  /** A part of a margin that cells go to. */
  into(of: number): number;
  /** Persons of a cell; returns its arc. */
  cell(from: number, to: number, persons: number): number;
  /** The arc between a part and its margin. */
  arcOf(part: number): number;
  /** Sends all that arrives at a root on to another. */
  lead(from: number, to: number): void;
  /** The network with a flow of `parts` for each person. */
  network(parts: number): Network;
}

const NONE = -1;

export function openNetwork(): NestedNetwork {
  const from: number[] = [];
  const to: number[] = [];
  const persons: number[] = [];
  const within: number[] = [];
  const arcWithin: number[] = [];
  const addArc = (a: number, b: number, count: number): number => {
    from.push(a);
    to.push(b);
    return persons.push(count) - 1;
  };
  const addNode = (margin: number): number => {
    within.push(margin);
    return arcWithin.push(NONE) - 1;
  };
  const addTo = (part: number, count: number): void => {
    for (let node = part; within[node] !== NONE; node = within[node]) persons[arcWithin[node]] += count;
  };
  return {
    root: () => addNode(NONE),
    out(of) {
      const node = addNode(of);
      arcWithin[node] = addArc(of, node, 0);
      return node;
    },
    into(of) {
      const node = addNode(of);
      arcWithin[node] = addArc(node, of, 0);
      return node;
    },
    cell(source, target, count) {
      addTo(source, count);
      addTo(target, count);
      return addArc(source, target, count);
    },
    arcOf: (part) => arcWithin[part],
    lead(source, target) {
      let arriving = 0;
      for (let arc = 0; arc < to.length; arc++) if (to[arc] === source) arriving += persons[arc];
      addArc(source, target, arriving);
    },
    network: (parts) => ({ nodes: within.length, from, to, flow: persons.map((count) => count * parts) }),
  };
}
