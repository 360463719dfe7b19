import type { ReplicateResult } from '../../indicator/result.ts';
import type { Estimate } from '../paired/estimate.ts';
import type { Ratio } from '../paired/ratio.ts';
import { integerColumn, numberColumn, type TidyColumn, type TidyTable, textColumn } from '../tidy-table.ts';
import type { CostOfSettlers } from './cost.ts';
import type { DifferenceRow } from './differences.ts';
import type { SettlerRow, WinnerRow } from './people-tables.ts';

/** What was found of one alternative. */
export interface Comparison {
  readonly alternative: string;
  readonly differences: readonly DifferenceRow[];
  /** First year in which any number of any replicate differs from the base; null when none does. */
  readonly differsFrom: number | null;
  /** The same of all but money, which can differ sooner; null when only money does, or nothing. */
  readonly peopleDifferFrom: number | null;
  /** Null where people cannot be followed: finished runs, or another base population. */
  readonly people: {
    readonly settlers: readonly SettlerRow[];
    readonly deadweight: Ratio;
    readonly winners: readonly WinnerRow[];
  } | null;
  readonly cost: CostOfSettlers | null;
}

type Named<Row> = Row & { readonly of: string };
const named = <Row extends object>(comparisons: readonly Comparison[], rows: (c: Comparison) => readonly Row[]) =>
  comparisons.flatMap((comparison) =>
    rows(comparison).map((row): Named<Row> => ({ of: comparison.alternative, ...row })),
  );

/** Columns of an estimate, by its standard names. */
export const estimateColumns = <Row>(rows: readonly Row[], of: (row: Row) => Estimate, mean: string): TidyColumn[] => [
  integerColumn('replicates', rows, (row) => of(row).replicates),
  ...([mean, 'se', 'low', 'high', 'p05', 'p25', 'p50', 'p75', 'p95'] as const).map((name) =>
    numberColumn(
      name,
      rows,
      (row) => of(row)[(name === mean ? 'mean' : name) as Exclude<keyof Estimate, 'replicates'>],
    ),
  ),
];

/** Every table of a comparison: differences, settlers, winners, costs. */
export function comparisonTables(comparisons: readonly Comparison[]): TidyTable[] {
  const rows = named(comparisons, ({ differences }) => differences);
  const settlers = named(comparisons, ({ people }) => people?.settlers ?? []);
  const winners = named(comparisons, ({ people }) => people?.winners ?? []);
  const costs = named(comparisons, ({ cost }) => (cost ? [cost] : []));
  const alternative = <Row>(all: readonly Named<Row>[]) => textColumn('alternative', all, ({ of }) => of);
  const tables: TidyTable[] = [
    {
      name: 'differences',
      columns: [
        alternative(rows),
        textColumn('area', rows, ({ area }) => area),
        integerColumn('year', rows, ({ year }) => year),
        textColumn('indicator', rows, ({ indicator }) => indicator),
        textColumn('unit', rows, ({ unit }) => unit),
        textColumn('counted', rows, ({ counted }) => counted),
        numberColumn('base_mean', rows, ({ base }) => base),
        numberColumn('base_se', rows, ({ baseSe }) => baseSe),
        numberColumn('alternative_mean', rows, ({ alternative }) => alternative),
        numberColumn('alternative_se', rows, ({ alternativeSe }) => alternativeSe),
        ...estimateColumns(rows, (row) => row, 'difference'),
        numberColumn('variance_ratio', rows, ({ varianceRatio }) => varianceRatio),
      ],
    },
    {
      name: 'settlers',
      columns: [
        alternative(settlers),
        textColumn('group', settlers, ({ group }) => group),
        ...estimateColumns(settlers, (row) => row, 'persons'),
      ],
    },
    {
      name: 'winners',
      columns: [
        alternative(winners),
        textColumn('outcome', winners, ({ outcome }) => outcome),
        textColumn('dimension', winners, ({ dimension }) => dimension),
        textColumn('category', winners, ({ category }) => category),
        numberColumn('persons', winners, ({ persons }) => persons),
        ...(['winners', 'losers', 'net'] as const).flatMap((side) => [
          numberColumn(side, winners, (row) => row[side].mean),
          numberColumn(`${side}_se`, winners, (row) => row[side].se),
        ]),
        numberColumn('net_low', winners, ({ net }) => net.low),
        numberColumn('net_high', winners, ({ net }) => net.high),
      ],
    },
    {
      name: 'costs',
      columns: [
        alternative(costs),
        numberColumn('cost_yuan', costs, ({ cost }) => cost.mean),
        numberColumn('cost_se', costs, ({ cost }) => cost.se),
        numberColumn('additional_settlers', costs, ({ settlers }) => settlers.mean),
        numberColumn('settlers_se', costs, ({ settlers }) => settlers.se),
        numberColumn('yuan_per_settler', costs, ({ perSettler }) => perSettler.ratio),
        numberColumn('yuan_per_settler_se', costs, ({ perSettler }) => perSettler.se),
        numberColumn('yuan_per_settler_low', costs, ({ perSettler }) => perSettler.low),
        numberColumn('yuan_per_settler_high', costs, ({ perSettler }) => perSettler.high),
        textColumn('undetermined', costs, ({ perSettler }) => (perSettler.undetermined ? 'yes' : 'no')),
      ],
    },
  ];
  return tables.filter(({ columns }) => columns[0].data.length > 0);
}

/** The differences replicate by replicate: one row a replicate, area, year and indicator made in both runs. */
export function replicateTable(
  runs: readonly {
    readonly alternative: string;
    readonly base: readonly ReplicateResult[];
    readonly results: readonly ReplicateResult[];
  }[],
): TidyTable {
  const [of, replicate, area, year, indicator]: [string[], number[], string[], number[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const [before, after, difference]: [number[], number[], number[]] = [[], [], []];
  for (const { alternative, base, results } of runs) {
    base.forEach((result, r) => {
      const { areas, years, indicators } = result;
      const columns = indicators.map((name) => results[r].indicators.indexOf(name));
      result.values.forEach((value, cell) => {
        const place = Math.floor(cell / indicators.length);
        const i = cell % indicators.length;
        const other = results[r].values[place * results[r].indicators.length + columns[i]];
        if (columns[i] < 0 || Number.isNaN(value) || Number.isNaN(other)) return;
        of.push(alternative);
        replicate.push(result.replicate);
        area.push(areas[place % areas.length]);
        year.push(years[Math.floor(place / areas.length)]);
        indicator.push(indicators[i]);
        before.push(value);
        after.push(other);
        difference.push(other - value);
      });
    });
  }
  return {
    name: 'replicates',
    parquetOnly: true,
    columns: [
      { name: 'alternative', type: 'text', data: of },
      { name: 'replicate', type: 'integer', data: replicate },
      { name: 'area', type: 'text', data: area },
      { name: 'year', type: 'integer', data: year },
      { name: 'indicator', type: 'text', data: indicator },
      { name: 'base', type: 'number', data: before },
      { name: 'alternative_value', type: 'number', data: after },
      { name: 'difference', type: 'number', data: difference },
    ],
  };
}
