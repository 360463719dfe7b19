import type { ChartSpec } from '../head.ts';

/** Name of the signal that holds the year under the pointer in any chart of the page, or null. */
export const LINKED_YEAR = 'linkedYear';

interface Node {
  readonly layer?: readonly Node[];
  readonly encoding?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/**
 * A chart over calendar years with a thin rule at the year under the pointer, whichever chart the pointer is in; other charts as
 * they are. Panels get a rule each. The page alone draws this: downloads are made from the chart as it was.
 */
export function linkYears(spec: ChartSpec): ChartSpec {
  const linked = withRule(spec as unknown as Node);
  return linked === null ? spec : ({ ...linked, params: [{ name: LINKED_YEAR, value: null }] } as unknown as ChartSpec);
}

/** The view with a rule, or null when its axis is not one of years. */
function withRule(node: Node): Node | null {
  for (const panels of ['concat', 'vconcat', 'hconcat'] as const) {
    const list = node[panels] as readonly Node[] | undefined;
    if (list === undefined) continue;
    const views = list.map((view) => withRule(view) ?? view);
    return views.every((view, i) => view === list[i]) ? null : { ...node, [panels]: views };
  }
  if (node.layer === undefined) return null;
  const x = node.layer.map((layer) => layer.encoding?.['x']).find(isYearChannel);
  if (x === undefined) return null;
  const rule = {
    data: { values: [{}] },
    transform: [{ filter: `isValid(${LINKED_YEAR})` }, { calculate: LINKED_YEAR, as: 'year' }],
    // beneath the rest, so that the pointer meets what it points at
    mark: { type: 'rule', color: '#595959', strokeWidth: 1, strokeDash: [2, 2], tooltip: null },
    encoding: { x },
  };
  return { ...node, layer: [rule, ...node.layer] };
}

const isYearChannel = (channel: unknown): boolean =>
  typeof channel === 'object' &&
  channel !== null &&
  (channel as Node)['field'] === 'year' &&
  (channel as Node)['type'] === 'quantitative' &&
  'scale' in channel;
