import { persons } from '../../report/format.ts';
import { routeLabel } from '../../report/route-label.ts';
import { mergeSettlements, type SettlementRow } from '../../result/merge.ts';
import { effect } from '../chart/measures.ts';
import type { Pair } from '../scene/compare.ts';
import type { Context } from './context.ts';
import { element } from './element.ts';
import type { Outcome } from './outcome.ts';

/** Routes shown; the rest is small. */
const MOST = 8;
const settled = { indicator: 'settled_persons', cumulative: true } as const;

interface RouteRow {
  readonly route: string;
  readonly called: SettlementRow['called'];
  readonly clause: string;
  readonly base: number;
  readonly alternative: number;
}

/** Mean persons settled until a year by the route and clause that let them, both sides, the largest first. */
export function routesTable(outcome: Outcome, area: string, year: number, { t, lang }: Context): HTMLElement {
  const rows = routeRows(outcome, area, year).slice(0, MOST);
  if (rows.length === 0) return element('p', { class: 'hint' }, t.nobody);
  const heads = outcome.changed
    ? [t.route, t.before, t.after, t.difference.split(/[（(]/)[0].trim()]
    : [t.route, t.after];
  const row = ({ clause, base, alternative, ...named }: RouteRow): HTMLElement =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, routeLabel(named, lang), element('span', { class: 'note' }, clause)),
      ...(outcome.changed ? [element('td', {}, persons(base, lang))] : []),
      element('td', {}, persons(alternative, lang)),
      ...(outcome.changed ? [element('td', {}, effect(Math.round(alternative - base), settled, lang))] : []),
    );
  return element(
    'table',
    { class: 'routes' },
    element('thead', {}, element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows.map(row)),
  );
}

function routeRows({ base, alternative }: Pair, area: string, year: number): RouteRow[] {
  const totals = new Map<string, Omit<RouteRow, 'base' | 'alternative'> & { base: number; alternative: number }>();
  for (const [side, results] of [
    ['base', base],
    ['alternative', alternative],
  ] as const) {
    for (const settlement of mergeSettlements(results)) {
      if (settlement.area !== area || settlement.year > year) continue;
      const { route, called, document, clause, persons_mean } = settlement;
      const key = `${route} ${document}:${clause}`;
      const total = totals.get(key) ?? { route, called, clause: `${document} ${clause}`, base: 0, alternative: 0 };
      total[side] += persons_mean;
      totals.set(key, total);
    }
  }
  const larger = (row: RouteRow): number => Math.max(row.base, row.alternative);
  return [...totals.values()].sort((a, b) => larger(b) - larger(a));
}
