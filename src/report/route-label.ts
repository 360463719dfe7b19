import type { Language, Localized } from '../language/language.ts';
import { routeTitle } from '../policy/words.ts';

/** Name of a legal route for readers: as its document calls it, else by the field's words; a route nobody has named shows its code. */
export const routeLabel = (
  { route, called }: { readonly route: string; readonly called?: Localized | undefined },
  lang: Language,
): string => routeTitle({ name: route, called })[lang];
