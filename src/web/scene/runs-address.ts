import type { Language } from '../../language/language.ts';
import { type ColumnSide, columnSides, type RowSide, rowSides, type Statistic, statistics } from './pivot.ts';

/** What a reader of the page of results chose: kept in the address. */
export interface RunsState {
  readonly lang: Language;
  /** Id of the result shown; empty for none. */
  readonly run: string;
  /** Id of the result it is compared with; empty for none. */
  readonly base: string;
  readonly indicator: string;
  readonly area: string;
  /** Year of tables that show one; null for the last. */
  readonly year: number | null;
  /** Words the list of indicators is searched by. */
  readonly find: string;
  readonly rows: RowSide;
  readonly columns: ColumnSide;
  readonly statistic: Statistic;
}

const start = {
  run: '',
  base: '',
  indicator: 'registered_urbanization_rate',
  area: 'city',
  year: null,
  find: '',
  rows: 'area',
  columns: 'year',
  statistic: 'mean',
} as const satisfies Omit<RunsState, 'lang'>;

/** The query text of a state, beginning with `?`; what is as at the start is left out. */
export function toRunsAddress(state: RunsState): string {
  const said = Object.entries(start).flatMap(([name, value]): [string, string][] => {
    const now = state[name as keyof typeof start];
    return now === value || now === null ? [] : [[name, String(now)]];
  });
  return `?${new URLSearchParams([['lang', state.lang], ...said])}`;
}

/** The state of an address; what it says wrongly is as if it said nothing. What the result has not is judged when it is there. */
export function fromRunsAddress(text: string, lang: Language): RunsState {
  const query = new URLSearchParams(text);
  const oneOf = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    allowed.find((each) => each === query.get(name)) ?? otherwise;
  const id = (name: string): string => (/^[0-9a-f]{16}$/.test(query.get(name) ?? '') ? query.get(name)! : '');
  const year = Number(query.get('year') ?? Number.NaN);
  const rows = oneOf('rows', rowSides, start.rows);
  const columns = oneOf('columns', columnSides, start.columns);
  return {
    lang: oneOf('lang', ['zh', 'en'] as const, lang),
    run: id('run'),
    base: id('base'),
    indicator: query.get('indicator') || start.indicator,
    area: query.get('area') || start.area,
    year: Number.isInteger(year) ? year : null,
    find: query.get('find') ?? '',
    rows,
    columns: columns === rows ? columnSides.find((side) => side !== rows)! : columns,
    statistic: oneOf('statistic', statistics, start.statistic),
  };
}
