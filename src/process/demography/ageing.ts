import { below, wordsOf } from '../../math/bytes.ts';
import { boundTo } from '../../population/bound.ts';
import { AGES } from '../../scenario/city-data.ts';

/** Everyone grows a year older; 100 is the open age. */
export const ageing = boundTo((workspace) => {
  const ages = wordsOf(workspace.persons.columns.age);

  return (): void => {
    const { rows } = workspace.persons;
    for (let w = 0; w << 2 < rows; w++) ages[w] = ages[w] + below(ages[w], AGES - 1);
  };
});
