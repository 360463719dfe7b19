import path from 'node:path';
import { sealedHash, sealId, sealOf, writeSeal } from '../../analysis/backtest/sealed/seal.ts';
import { simulate } from '../../analysis/simulate.ts';
import type { Language } from '../../language/language.ts';
import { assertWritable } from '../../result/write-results.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { closeSession } from '../../run/session.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { loadAll } from '../load-all.ts';
import { messages as common } from '../messages.ts';
import { showProgress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import type { BacktestOptions } from './command.ts';
import { forecastsFolder } from './forecasts.ts';
import { backtestMessages as messages } from './messages.ts';

/** Runs the scenarios and writes what they forecast under the day given, each a table and a manifest with its hash. */
export async function sealScenarios(
  scenarios: readonly string[],
  options: BacktestOptions,
  lang: Language,
): Promise<ExitStatus> {
  const { seed, replicates, sample = 1, workers, json } = options;
  const date = options.date!;
  const overrides = { ...(seed === undefined ? {} : { seed }), ...(replicates === undefined ? {} : { replicates }) };
  const inputs = loadAll(
    scenarios.map((scenario) => ({ scenario, overrides, sample })),
    lang,
  );
  const folder = forecastsFolder(options);
  await assertWritable(folder, (place) => common.notWritable(place)[lang]);
  const known = await sealedBefore(folder, inputs, date, lang);
  for (const each of inputs) assertMemory(each, workers);

  const session = sessionOf(workers, lang);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  const sealed: { id: string; file: string; sha256?: string; written: boolean }[] = [];
  try {
    for (const each of inputs) {
      const id = sealId(each.scenario.id, date);
      if (known.has(id)) {
        sealed.push({ id, file: path.join(folder, `${id}.csv`), written: false });
        continue;
      }
      progress.step(common.makingBase(each.city.name)[lang]);
      const results = await simulate(session, each, { signal, onProgress: progress.advance });
      const seal = sealOf(each, results, date);
      sealed.push({ id, file: await writeSeal(folder, seal), sha256: seal.manifest.sha256, written: true });
    }
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
  if (json) process.stdout.write(`${JSON.stringify({ sealed }, null, 2)}\n`);
  else {
    for (const { file, sha256 } of sealed) {
      const line = sha256 === undefined ? messages.sealedSame(file) : messages.sealedIn(file, sha256);
      process.stdout.write(`${line[lang]}\n`);
    }
    process.stdout.write(`${messages.publish()[lang]}\n`);
  }
  return ExitStatus.done;
}

/** Which of the forecasts are sealed already, as they would be now. Throws InputError where another one has the name. */
async function sealedBefore(folder: string, inputs: readonly Inputs[], date: string, lang: Language) {
  const issues: Issue[] = [];
  const same = new Set<string>();
  for (const { scenario, hash } of inputs) {
    const id = sealId(scenario.id, date);
    const sealed = await sealedHash(folder, id);
    if (sealed === hash) same.add(id);
    else if (sealed !== null)
      issues.push({ file: path.join(folder, `${id}.csv`), message: messages.sealedAlready()[lang] });
  }
  if (issues.length > 0) throw new InputError(issues);
  return same;
}
