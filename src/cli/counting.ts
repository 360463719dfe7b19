import type { Localized } from '../language/language.ts';
import { countedAs } from '../result/counted-as.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { messages } from './messages.ts';

/** How a run counts registered urbanization: by its own definition, or as the law says in its first and last year. */
export function countingOf(inputs: Inputs): Localized {
  const { definition, baseYear, endYear } = inputs.scenario;
  const counted = countedAs(inputs);
  const [first, last] = [baseYear, endYear].map((year) => messages.counted[counted(year)]) as [Localized, Localized];
  if (definition !== 'law') return last;
  return messages.countedByLaw(first === last ? last : messages.changing(first, baseYear, last, endYear));
}

/** What to say when scenarios of one command count differently at their ends; null when they count alike. */
export function countingWarning(inputs: readonly Inputs[]): Localized | null {
  const counted = inputs.map((each) => countedAs(each)(each.scenario.endYear));
  if (new Set(counted).size < 2) return null;
  return messages.countedDifferently(
    inputs.map(({ scenario: { id } }, i) => messages.qualified({ zh: id, en: id }, messages.counted[counted[i]])),
  );
}
