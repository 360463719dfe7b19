import type { Language } from '../../language/language.ts';
import type { FinishedRun } from '../../result/run-scenario.ts';
import { runCliMessages as told } from './messages.ts';

/** What ended a run early, and of how many replicates its result is; the manifest of one that did not has no end to tell. */
export function endedLine({ manifest: { ended, options } }: Pick<FinishedRun, 'manifest'>, lang: Language): string {
  return ended === undefined ? '' : told.endedBy[ended.by](options.replicates, ended.asked)[lang];
}
