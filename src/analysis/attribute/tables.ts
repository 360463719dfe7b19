import { householdTypes } from '../compare/household-types.ts';
import { estimateColumns } from '../compare/tables.ts';
import type { Estimate } from '../paired/estimate.ts';
import { integerColumn, numberColumn, type TidyColumn, type TidyTable, textColumn } from '../tidy-table.ts';
import type { Attribution } from './attribute-scenario.ts';
import type { Group } from './groups.ts';
import type { Cell } from './outcomes.ts';

const cellColumns = <Row extends Cell>(rows: readonly Row[]): TidyColumn[] => [
  textColumn('indicator', rows, ({ indicator }) => indicator),
  textColumn('counted', rows, ({ counted }) => counted),
  textColumn('area', rows, ({ area }) => area),
  integerColumn('year', rows, ({ year }) => year),
];

/** Mean, standard error and 90 % interval of the mean under one name. */
const meanColumns = <Row>(
  name: string,
  rows: readonly Row[],
  of: (row: Row) => Omit<Estimate, 'replicates'>,
): TidyColumn[] => [
  numberColumn(name, rows, (row) => of(row).mean),
  numberColumn(`${name}_se`, rows, (row) => of(row).se),
  numberColumn(`${name}_low`, rows, (row) => of(row).low),
  numberColumn(`${name}_high`, rows, (row) => of(row).high),
];

/** Every table of an attribution; settlers row by row where they were asked for. */
export function attributionTables(
  groups: readonly Group[],
  { effects, reasons, prices, settlers, base }: Attribution,
  baseYear: number,
): TidyTable[] {
  const parts = groups.flatMap((group) => [
    ...group.clauses.map((what) => ({ group, kind: 'clause', what })),
    ...group.added.map((what) => ({ group, kind: 'clause tried', what })),
    ...group.parameters.map(({ name }) => ({ group, kind: 'parameter', what: name as string })),
  ]);
  const tables: TidyTable[] = [
    {
      name: 'groups',
      columns: [
        textColumn('group', parts, ({ group }) => group.id),
        textColumn('name_zh', parts, ({ group }) => group.name.zh),
        textColumn('name_en', parts, ({ group }) => group.name.en),
        textColumn('kind', parts, ({ kind }) => kind),
        textColumn('what', parts, ({ what }) => what),
      ],
    },
    {
      name: 'effects',
      columns: [
        textColumn('group', effects.groups, ({ group }) => group),
        ...cellColumns(effects.groups),
        integerColumn('replicates', effects.groups, ({ shapley }) => shapley.replicates),
        ...(['alone', 'last', 'shapley', 'interaction'] as const).flatMap((of) =>
          meanColumns(of, effects.groups, (row) => row[of]),
        ),
      ],
    },
    {
      name: 'whole',
      columns: [
        ...cellColumns(effects.whole),
        integerColumn('replicates', effects.whole, ({ effect }) => effect.replicates),
        ...(['baseline', 'whole', 'effect', 'interaction'] as const).flatMap((of) =>
          meanColumns(of, effects.whole, (row) => row[of]),
        ),
        numberColumn('shapley_residual', effects.whole, ({ residual }) => residual),
      ],
    },
    {
      name: 'interactions',
      columns: [
        textColumn('first', effects.pairs, ({ first }) => first),
        textColumn('second', effects.pairs, ({ second }) => second),
        ...cellColumns(effects.pairs),
        ...estimateColumns(effects.pairs, ({ interaction }) => interaction, 'interaction'),
      ],
    },
    {
      name: 'reasons',
      columns: [
        textColumn('reason', reasons, ({ reason }) => reason),
        integerColumn('replicates', reasons, ({ persons }) => persons.replicates),
        ...meanColumns('persons', reasons, ({ persons }) => persons),
        ...meanColumns('households', reasons, ({ households }) => households),
      ],
    },
    {
      name: 'shadow-prices',
      columns: [
        textColumn('constraint', prices, ({ constraint }) => constraint),
        textColumn('area', prices, ({ area }) => area),
        integerColumn('year', prices, ({ year }) => year),
        numberColumn('missing', prices, ({ missing }) => missing.mean),
        numberColumn('missing_se', prices, ({ missing }) => missing.se),
        numberColumn('missing_so_far', prices, ({ missingSoFar }) => missingSoFar.mean),
        numberColumn('binding_share', prices, ({ binding }) => binding),
        ...meanColumns('settlers_lost', prices, ({ lost }) => lost),
        ...(['price', 'marginal'] as const).flatMap((of) =>
          meanColumns(of, prices, (row) => ({ ...row.lost, ...row[of], mean: row[of].ratio })),
        ),
      ],
    },
  ];
  if (settlers.length > 0) tables.push(settlerTable({ settlers, base }, groups, baseYear));
  return tables.filter(({ columns }) => columns[0].data.length > 0);
}

/** One row a settler and replicate: who, and in which run he or she settled when. */
function settlerTable(
  { settlers, base }: Pick<Attribution, 'settlers' | 'base'>,
  groups: readonly Group[],
  baseYear: number,
): TidyTable {
  const { persons } = base;
  const dimensions = householdTypes(base);
  const of = (row: number, value: (row: number) => number): number => (row < 0 ? -1 : value(row));
  const year = (since: number): number => (since === 0 ? 0 : baseYear + since);
  return {
    name: 'settlers',
    parquetOnly: true,
    columns: [
      integerColumn('replicate', settlers, ({ replicate }) => replicate),
      numberColumn('identity', settlers, ({ row, identity }) =>
        row < 0 ? identity : persons.columns.lineage[row] * 2 ** 32 + persons.columns.identity[row],
      ),
      integerColumn('household', settlers, ({ row }) => of(row, (i) => persons.columns.household[i])),
      integerColumn('sex', settlers, ({ row }) => of(row, (i) => persons.columns.sex[i])),
      integerColumn('age_in_base_year', settlers, ({ row }) => of(row, (i) => persons.columns.age[i])),
      ...dimensions.map(({ name, categories, of: category }) =>
        textColumn(name, settlers, ({ row }) => (row < 0 ? 'later' : categories[category[row]])),
      ),
      textColumn('reason', settlers, ({ reason }) => reason),
      integerColumn('year_baseline', settlers, ({ baseline }) => year(baseline)),
      integerColumn('year_whole', settlers, ({ whole }) => year(whole)),
      integerColumn('year_unlimited', settlers, ({ unlimited }) => year(unlimited)),
      ...groups.map(({ id }, i) => integerColumn(`year_${id}_alone`, settlers, ({ alone }) => year(alone[i]))),
    ],
  };
}
