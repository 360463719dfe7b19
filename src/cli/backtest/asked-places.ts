import type { Language } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { backtestMessages as messages } from './messages.ts';

/**
 * The codes of `--prefectures`, each once and sorted; undefined where all are meant.
 * @param known codes the design can forecast
 * @throws InputError for codes that are not among them, one line each
 */
export function askedPlaces(
  given: string | undefined,
  known: readonly string[],
  lang: Language,
): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const asked = [...new Set(given.split(',').map((code) => code.trim()))].sort();
  const unknown = asked.filter((code) => !known.includes(code));
  if (unknown.length === 0) return asked;
  throw new InputError(unknown.map((code) => ({ message: messages.notForecast(code, known.length, known[0])[lang] })));
}
