import type { Language } from '../language/language.ts';
import type { AskedCommand } from '../run/command.ts';
import { type Inputs, loadInputs, readShared } from '../run/load-inputs.ts';
import { InputError, type Issue } from '../scenario/errors.ts';
import { tellAssumed } from './tell-assumed.ts';

/**
 * Inputs of several scenarios, whole cities where no sample is said; what is assumed of places among them is told.
 * @throws InputError with the mistakes of all of them, each once
 */
export function loadAll(commands: readonly AskedCommand[], lang: Language): Inputs[] {
  const mistakes = new Map<string, Issue>();
  const loaded: Inputs[] = [];
  const shared = readShared();
  for (const command of commands) {
    try {
      loaded.push(loadInputs({ ...command, sample: command.sample ?? 1 }, lang, shared));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const issue of error.issues) mistakes.set(JSON.stringify(issue), issue);
    }
  }
  if (mistakes.size > 0) throw new InputError([...mistakes.values()]);
  tellAssumed(loaded, lang);
  return loaded;
}
