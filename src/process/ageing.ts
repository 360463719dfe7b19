import { AGES } from '../scenario/city-data.ts';
import type { State } from './state.ts';

/** Everyone grows a year older; 100 is the open age. */
export function ageing(state: State): void {
  const { age } = state.population.persons.columns;
  const rows = state.population.persons.rows;
  for (let i = 0; i < rows; i++) if (age[i]! < AGES - 1) age[i]!++;
}
