import { below, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { AGES } from '../scenario/city-data.ts';
import type { State } from './state.ts';

/** Everyone grows a year older; 100 is the open age. */
export function ageing({ population }: State): void {
  growOlder(population)(population.persons.rows);
}

const growOlder = boundTo(({ persons }) => {
  const ages = wordsOf(persons.columns.age);
  return (rows: number): void => {
    for (let w = 0; w << 2 < rows; w++) ages[w] = ages[w]! + below(ages[w]!, AGES - 1);
  };
});
