import type { Language } from '../../language/language.ts';
import { mergeStored, storedRuns } from '../../result/merge-run.ts';
import { storedPlaces, storedRegions } from '../../result/region/store-region.ts';
import { readShared } from '../../run/load-inputs.ts';
import { lockResult } from '../../run/lock.ts';
import { runMessages } from '../../run/messages.ts';
import { openStore } from '../../run/store/open-store.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { printJson } from '../print-json.ts';
import { showProgress } from '../progress.ts';
import { reportError } from '../report-error.ts';
import { tellDeadLetters } from '../run/asking.ts';
import { finishWithCharts } from '../run/draw-charts.ts';
import { joinWhole } from '../run/region.ts';
import { regionJson, regionReport } from '../run/region-report.ts';
import { jsonReport, textReport } from '../run/report.ts';
import { tell } from '../tell.ts';
import { mergeMessages as told } from './messages.ts';
import type { MergeOptions } from './options.ts';

/** Something to be joined: its place, and what it is told as once it is. */
interface Waiting {
  readonly place: string;
  readonly join: () => Promise<{ readonly json: object; readonly text: string }>;
}

/** Merges every run of a store, of places, provinces and the nation; one that is incomplete or foreign does not stop the others. */
export async function mergeStore(options: MergeOptions, lang: Language): Promise<ExitStatus> {
  const { out, strict, json } = options;
  const store = await openStore(options.store, { make: false });
  const progress = showProgress(process.stderr, lang);
  const runs = (await storedRuns(store)).map(
    (stored): Waiting => ({
      place: `${store.place}/${stored.folder}`,
      async join() {
        const { run, inputs } = await mergeStored(store, stored, {
          out,
          strict,
          finish: (finished, restored) => finishWithCharts(restored, progress, lang)(finished),
        });
        return { json: jsonReport(run), text: textReport(run, inputs, lang) };
      },
    }),
  );
  const shared = readShared();
  const regions = (await storedRegions(store, shared)).map(
    ({ plan, store: parts }): Waiting => ({
      place: parts.place,
      async join() {
        const engine = { atOnce: 1, compute: storedPlaces(parts, strict), workers: null, seconds: () => null };
        const unlock = await lockResult(out, plan.folder);
        try {
          const finished = await joinWhole(plan, shared, { engine, out, strict, progress, lang });
          return { json: regionJson(finished), text: regionReport(finished, lang) };
        } finally {
          await unlock();
        }
      },
    }),
  );
  const waiting = [...runs, ...regions];
  if (waiting.length === 0) throw new InputError([said(runMessages.emptyStore(store.place))]);
  await assertOut(out, lang);
  const reports: object[] = [];
  let worst: ExitStatus = ExitStatus.done;
  for (const { place, join } of waiting) {
    progress.step(told.merging(place)[lang]);
    try {
      const joined = await join();
      if (json) reports.push(joined.json);
      else process.stdout.write(joined.text);
    } catch (error) {
      const { status, lines } = reportError(error, lang);
      for (const line of lines) tell(line);
      if (status > worst) worst = status;
    }
  }
  progress.stop();
  await tellDeadLetters(store, tell, lang);
  if (json) printJson({ runs: reports });
  return worst;
}
