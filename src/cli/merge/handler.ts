import type { Language } from '../../language/language.ts';
import { mergeStored, storedRuns } from '../../result/merge-run.ts';
import { openStore } from '../../run/store/open-store.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { printJson } from '../print-json.ts';
import { showProgress } from '../progress.ts';
import { reportError } from '../report-error.ts';
import { finishWithCharts } from '../run/draw-charts.ts';
import { jsonReport, textReport } from '../run/report.ts';
import { tell } from '../tell.ts';
import { mergeMessages as told } from './messages.ts';
import type { MergeOptions } from './options.ts';

/** Merges every run of a store. One that is incomplete or foreign does not keep the others from being merged. */
export async function mergeStore(options: MergeOptions, lang: Language): Promise<ExitStatus> {
  const { out, strict, json } = options;
  const store = await openStore(options.store, { make: false });
  const runs = await storedRuns(store);
  await assertOut(out, lang);
  const progress = showProgress(process.stderr, lang);
  const reports: object[] = [];
  let worst: ExitStatus = ExitStatus.done;
  for (const stored of runs) {
    progress.step(told.merging(`${store.place}/${stored.folder}`)[lang]);
    try {
      const { run, inputs } = await mergeStored(store, stored, {
        out,
        strict,
        finish: (finished, restored) => finishWithCharts(restored, progress, lang)(finished),
      });
      if (json) reports.push(jsonReport(run));
      else process.stdout.write(textReport(run, inputs, lang));
    } catch (error) {
      const { status, lines } = reportError(error, lang);
      for (const line of lines) tell(line);
      worst = status;
    }
  }
  progress.stop();
  if (json) printJson({ runs: reports });
  return worst;
}
