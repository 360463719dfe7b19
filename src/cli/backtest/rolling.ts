import { assessRolling } from '../../analysis/backtest/designs.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import type { Language } from '../../language/language.ts';
import { dataFiles } from '../../run/input-file.ts';
import { readData } from '../../scenario/read-data.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { tell } from '../tell.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { present } from './present.ts';

/** The naive forecasts from every year of every yearly series: how well simple rules do, and the bar for the model. */
export async function backtestRolling({ out, json }: BacktestOptions, lang: Language): Promise<ExitStatus> {
  await assertOut(out, lang);
  tell(messages.preparing()[lang]);
  const data = recordingReader(readData);
  const assessments = assessRolling(data.read);
  const files = dataFiles(data);
  const identity = { design: 'rolling', options: {}, data: files } as const;
  const folder = backtestFolder(out, identity);
  const notes = [messages.neverAcross()];
  await present({ folder, identity, title: messages.rollingTitle(), assessments, notes }, json, lang);
  return ExitStatus.done;
}
