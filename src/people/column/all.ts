import { text } from '../../language/language.ts';
import { type Column, columnsOf, type PopulationName } from './column.ts';
import { eventColumns } from './event-columns.ts';
import { householdColumns } from './household-columns.ts';
import { personColumns } from './person-columns.ts';

/** What every row has whatever it tells of. */
const yearColumns = columnsOf({
  year: {
    label: text('年份', 'Year'),
    definition: text('年末所在的年份，或事件发生的年份', 'Year at whose end it is told, or in which it happened'),
    unit: 'year',
    open:
      ({ year }) =>
      () =>
        year,
  },
});

/** The columns of a population, as microdata write them. */
export const columnsByPopulation: Readonly<Record<PopulationName, readonly Column[]>> = {
  persons: [...yearColumns, ...personColumns],
  households: [...yearColumns, ...householdColumns],
  events: [...yearColumns, ...eventColumns],
};

/** Columns a table of persons may use of their households. */
const ofHousehold = householdColumns.filter(({ name }) => personColumns.every((column) => column.name !== name));

/** Everything a table of a population may name: of persons the columns of their households too. */
export const columnsOfTable = (population: PopulationName): readonly Column[] =>
  population === 'persons' ? [...columnsByPopulation.persons, ...ofHousehold] : columnsByPopulation[population];

/** Whether a column that a table of a population uses is told of the household of each row. */
export const isOfHousehold = (population: PopulationName, column: Column): boolean =>
  population === 'persons' && ofHousehold.includes(column);

/** A column by its code or its name in either language, whatever the case. */
export function columnCalled(columns: readonly Column[], name: string): Column | undefined {
  const wanted = name.toLowerCase();
  return (
    columns.find((column) => column.name === name) ??
    columns.find(({ label }) => label.zh === name || label.en.toLowerCase() === wanted)
  );
}
