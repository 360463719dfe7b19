import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import { forecastByFolds, learnedUnits } from '../../analysis/county/county-forecast.ts';
import { assessCounties, COUNTY_REGRESSION } from '../../analysis/county/county-outcomes.ts';
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

/** Every county of the nation forecast from its census of 2010 by what happened elsewhere: regression beside statistics, fold by fold. */
export async function backtestCounties({ out, json }: BacktestOptions, lang: Language): Promise<ExitStatus> {
  await assertOut(out, lang);
  tell(messages.preparing()[lang]);
  const data = recordingReader(readData);
  const units = learnedUnits(data.read);
  const folds = new Set(units.map(({ unit }) => unit.fold)).size;
  const forecasts = forecastByFolds(units, {
    onFold: (fold) => tell(messages.fold(fold, folds, units.length)[lang]),
  });
  const assessments = assessCounties(
    units,
    forecasts.filter((forecast) => forecast !== null),
  );
  const identity = { design: 'counties', options: {}, data: dataFiles(data) } as const;
  const folder = backtestFolder(out, identity);
  const told = {
    folder,
    identity,
    title: messages.countiesTitle(units.length, folds),
    assessments,
    reference: COUNTY_REGRESSION,
    notes: [messages.countyNotes()],
  };
  await present(told, json, lang);
  return ExitStatus.done;
}
