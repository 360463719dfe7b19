/** Flows along arcs that balance at every node: what enters a node leaves it. */
export interface Network {
  /** Nodes are numbered 0 .. nodes - 1. */
  readonly nodes: number;
  /** Arc k runs from[k] -> to[k]. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Whole multiples of a part: a flow of 2.5 is 5 at `unit` 2. */
  readonly flow: ArrayLike<number>;
}

/**
 * Rounds every flow of a network to a whole number, up or down, so that all nodes still balance and each flow keeps its
 * expectation: unbiased controlled rounding (Cox 1987, "A constructive procedure for unbiased controlled rounding", JASA 82:
 * 520-524, of two-way tables), in a network as in Gandhi, Khuller, Parthasarathy & Srinivasan (2006, J. ACM 53: 324-360).
 *
 * No node has one fractional arc alone, so a walk along fractional arcs closes a cycle. Around it flow is sent one way or the
 * other, as far as some arc becomes whole, each way with the chance that leaves the expectation as it was.
 *
 * @param unit parts of a whole
 * @param draw uniforms on [0, 1), one a cycle
 */
export function roundFlows({ nodes, from, to, flow }: Network, unit: number, draw: () => number): Int32Array {
  const whole = Int32Array.from(flow, (parts) => Math.floor(parts / unit));
  const rest = Float64Array.from(flow, (parts) => parts % unit);
  const { start, arcs } = arcsOfNodes(nodes, from, to, rest);
  const next = start.slice();
  const place = new Int32Array(nodes).fill(-1); // of a node on the walk
  const walkNode: number[] = [];
  const walkArc: number[] = [];

  /** A fractional arc of a node, other than the one the walk came by; -1 when there is none. */
  const fractionalArc = (node: number, last: number): number => {
    const end = start[node + 1];
    while (next[node] < end && rest[arcs[next[node]]] === 0) next[node]++;
    for (let k = next[node]; k < end; k++) if (rest[arcs[k]] !== 0 && arcs[k] !== last) return arcs[k];
    return -1;
  };

  /** Makes an arc of the cycle whole that begins at a place of the walk. */
  const roundCycle = (first: number): void => {
    let up = unit;
    let down = unit;
    for (let k = first; k < walkArc.length; k++) {
      const arc = walkArc[k];
      const forward = from[arc] === walkNode[k];
      up = Math.min(up, forward ? unit - rest[arc] : rest[arc]);
      down = Math.min(down, forward ? rest[arc] : unit - rest[arc]);
    }
    const sent = draw() * (up + down) < down ? up : -down;
    for (let k = first; k < walkArc.length; k++) {
      const arc = walkArc[k];
      rest[arc] += from[arc] === walkNode[k] ? sent : -sent;
      if (rest[arc] !== unit) continue;
      rest[arc] = 0;
      whole[arc]++;
    }
  };

  for (let origin = 0; origin < nodes; origin++) {
    let node = origin;
    let last = -1;
    for (let arc = fractionalArc(node, last); arc !== -1; arc = fractionalArc(node, last)) {
      place[node] = walkNode.length;
      walkNode.push(node);
      walkArc.push(arc);
      node = from[arc] === node ? to[arc] : from[arc];
      const first = place[node];
      if (first !== -1) {
        roundCycle(first);
        for (const each of walkNode.splice(first)) place[each] = -1;
        walkArc.length = first;
      }
      last = walkArc.length > 0 ? walkArc[walkArc.length - 1] : -1;
    }
  }
  return whole;
}

/** Fractional arcs of every node, in their order: those of v are arcs[start[v]] .. arcs[start[v + 1] - 1]. */
function arcsOfNodes(nodes: number, from: ArrayLike<number>, to: ArrayLike<number>, rest: Float64Array) {
  const start = new Int32Array(nodes + 1);
  for (let arc = 0; arc < rest.length; arc++) {
    if (rest[arc] === 0) continue;
    start[from[arc] + 1]++;
    start[to[arc] + 1]++;
  }
  for (let v = 0; v < nodes; v++) start[v + 1] += start[v];
  const arcs = new Int32Array(start[nodes]);
  const end = start.slice();
  for (let arc = 0; arc < rest.length; arc++) {
    if (rest[arc] === 0) continue;
    arcs[end[from[arc]]++] = arc;
    arcs[end[to[arc]]++] = arc;
  }
  return { start, arcs };
}
