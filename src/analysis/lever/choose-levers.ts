import { type Issue, said } from '../../scenario/errors.ts';
import type { Lever } from './lever.ts';
import { knownLever, type LeverSources, unknownLever } from './lever-file.ts';
import { leverMessages as say } from './messages.ts';

/**
 * The levers named on the command line, comma separated, in that order; without names the whole catalogue and what
 * the file adds to it.
 * @param own levers of the `--costs` file, which come before those of the catalogue
 */
export function chooseLevers(
  names: string | undefined,
  own: readonly Lever[],
  sources: LeverSources,
): { readonly levers: readonly Lever[]; readonly issues: readonly Issue[] } {
  if (names === undefined) {
    const rest = sources.catalogue.filter(({ id }) => !own.some((lever) => lever.id === id));
    return { levers: [...own, ...rest], issues: [] };
  }
  const asked = names.split(',').map((name) => name.trim());
  const issues: Issue[] = [];
  const levers = asked.flatMap((id, n) => {
    const refuse = (message: ReturnType<typeof say.twice>) => {
      const { message: en, zh } = said(message);
      issues.push({ message: `--levers ${en}`, zh: `--levers ${zh}` });
      return [];
    };
    if (asked.indexOf(id) < n) return refuse(say.twice(id));
    const lever = own.find((each) => each.id === id) ?? knownLever(id, sources);
    return lever === null ? refuse(unknownLever(id, sources)) : [lever];
  });
  return { levers, issues };
}
