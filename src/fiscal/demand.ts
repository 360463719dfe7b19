import type { Book } from './book.ts';
import type { Means } from './means.ts';
import { measures } from './measures.ts';
import { type DemandRow, type Group, groups, type Measure } from './result.ts';

/** Units of a measure that `persons` of a counter need when they have the rights of a group. */
export function quantityOf(measure: Measure, persons: number, as: Group, year: number, book: Book): number {
  const factors = measure.factors[as];
  if (!factors) return 0;
  const taken = factors.reduce((product, id) => product * book.at(id), persons * measure.scale);
  if (measure.per === null) return taken;
  const per = book.dated(measure.per, year).value;
  return measure.divides ? taken / per : taken * per;
}

/** Demand of every measure by area, year and status; the city is the sum of its areas. */
export function demand(means: Means, years: readonly number[], book: Book): DemandRow[] {
  return measures.flatMap((measure) =>
    years.flatMap((year) => {
      const rows = means.areas.map((area) => {
        const persons = means.byGroup(area, year, measure.counter);
        return row(measure, area, year, (group) => quantityOf(measure, persons[group], group, year, book));
      });
      return [
        row(measure, 'city', year, (group) => rows.reduce((sum, { byGroup }) => sum + byGroup[group], 0)),
        ...rows,
      ];
    }),
  );
}

function row({ id }: Measure, area: string, year: number, of: (group: Group) => number): DemandRow {
  const byGroup = Object.fromEntries(groups.map((group) => [group, of(group)])) as Record<Group, number>;
  return { measure: id, area, year, byGroup, total: groups.reduce((sum, group) => sum + byGroup[group], 0) };
}
