import type { RelativeName } from '../../policy/relative.ts';
import { NONE } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';

type Links = Pick<Population['persons']['columns'], 'spouse' | 'mother' | 'father'>;

/** Whether person j is to person i what the name says, by the links of spouse, mother and father. */
export function isRelative(links: Links, j: number, name: RelativeName, i: number): boolean {
  const { spouse, mother, father } = links;
  switch (name) {
    case 'spouse':
      return spouse[i] === j;
    case 'children':
      return isChildOf(links, j, i);
    case 'own-parents':
      return mother[i] === j || father[i] === j;
    case 'grandchildren':
      return (
        (mother[j] !== NONE && isChildOf(links, mother[j], i)) || (father[j] !== NONE && isChildOf(links, father[j], i))
      );
    case 'grandparents':
      return isRelative(links, i, 'grandchildren', j);
    case 'spouse-parents':
      return spouse[i] !== NONE && (mother[spouse[i]] === j || father[spouse[i]] === j);
    case 'children-in-law':
      return spouse[j] !== NONE && isChildOf(links, spouse[j], i);
    case 'siblings':
      return (
        j !== i && ((mother[i] !== NONE && mother[i] === mother[j]) || (father[i] !== NONE && father[i] === father[j]))
      );
  }
}

/** Whether person j is a child of person i or of the spouse. */
export function isChildOf({ spouse, mother, father }: Links, j: number, i: number): boolean {
  if (mother[j] === i || father[j] === i) return true;
  const other = spouse[i];
  return other !== NONE && (mother[j] === other || father[j] === other);
}
