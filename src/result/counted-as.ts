import { compileLawBook } from '../policy/compile-law-book.ts';
import type { Inputs } from '../run/load-inputs.ts';
import type { Definition } from '../scenario/scenario.ts';

/** A definition of the registered urbanization rate with the law's answer filled in. */
type CountedAs = Exclude<Definition, 'law'>;

/** How the registered rate is counted at the end of each year; the first area stands for all, as counting rules reach a whole city. */
export function countedAs({ scenario, city, documents }: Inputs): (year: number) => CountedAs {
  const { definition, policy } = scenario;
  if (definition !== 'law') return () => definition;
  const law = compileLawBook(documents, {
    documents: scenario.documents,
    ...policy,
    areas: city.areas.slice(0, 1),
  });
  return (year) => {
    const { by, within } = law.on(0, year, 365).counting;
    if (by === 'kind') return 'kind';
    return within === 'districts' ? 'districts' : 'place';
  };
}
