import { assessRolling } from '../../analysis/backtest/designs.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import type { Language } from '../../language/language.ts';
import { assertWritable } from '../../result/write-results.ts';
import { inputFile, placeOf } from '../../run/input-file.ts';
import { readData } from '../../scenario/read-data.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages as common } from '../messages.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { present } from './present.ts';

/** The naive forecasts from every year of every yearly series: how well simple rules do, and the bar for the model. */
export async function backtestRolling({ out, json }: BacktestOptions, lang: Language): Promise<ExitStatus> {
  await assertWritable(out, (folder) => common.notWritable(folder)[lang]);
  process.stderr.write(`${messages.preparing()[lang]}\n`);
  const data = recordingReader(readData);
  const assessments = assessRolling(data.read);
  const files = [...data.files].map(([name, content]) => inputFile(placeOf(`data/${name}`), content));
  const identity = { design: 'rolling', options: {}, data: files } as const;
  const folder = backtestFolder(out, identity);
  const notes = [messages.neverAcross()];
  await present({ folder, identity, title: messages.rollingTitle(), assessments, notes }, json, lang);
  return ExitStatus.done;
}
