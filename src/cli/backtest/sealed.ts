import { decadeOrLess } from '../../analysis/backtest/score-table.ts';
import { assessSealed, type OwnOfCities } from '../../analysis/backtest/sealed/assess-sealed.ts';
import { readSealed, type SealedForecast } from '../../analysis/backtest/sealed/read-sealed.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import type { Language } from '../../language/language.ts';
import { dataFiles } from '../../run/input-file.ts';
import { readData } from '../../scenario/read-data.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { loadAll } from '../load-all.ts';
import { printJson } from '../print-json.ts';
import { forecastsFolder } from './forecasts.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { present } from './present.ts';

/**
 * Checks that every sealed forecast is as it was sealed, then scores them against what has been published since, and against the
 * figures that the scenarios name.
 */
export async function checkSealed(
  scenarios: readonly string[],
  options: BacktestOptions,
  lang: Language,
): Promise<ExitStatus> {
  const { out, json } = options;
  const place = forecastsFolder(options);
  const sealed = readSealed(place);
  const data = recordingReader(readData);
  const own = ownFigures(scenarios, lang);
  const assessments = assessSealed(data.read, sealed, own);
  if (assessments.length === 0) {
    tellNothing(place, sealed, json, lang);
    return ExitStatus.done;
  }
  await assertOut(out, lang);
  if (!json) process.stdout.write(`${sealLines(sealed, lang).join('\n')}\n\n`);
  const files = dataFiles(data);
  const told = {
    sealed: sealed.map(({ manifest: { id, sha256 } }) => ({ id, sha256 })),
    ...(own.size > 0 ? { own: [...own] } : {}),
  };
  const identity = { design: 'sealed' as const, options: told, data: files };
  const folder = backtestFolder(out, identity);
  await present(
    { folder, identity, title: messages.sealedTitle(), assessments, bandOf: decadeOrLess, notes: [] },
    json,
    lang,
  );
  return ExitStatus.done;
}

/** Figures of the scenarios' own, by city. */
function ownFigures(scenarios: readonly string[], lang: Language): OwnOfCities {
  const inputs = loadAll(
    scenarios.map((scenario) => ({ scenario, overrides: {}, sample: 1, unfitted: true })),
    lang,
  );
  const byCity = new Map<string, OwnFigure[]>();
  for (const { city, scenario } of inputs)
    byCity.set(city.code, [...(byCity.get(city.code) ?? []), ...(scenario.figures ?? [])]);
  return byCity;
}

const sealLines = (sealed: readonly SealedForecast[], lang: Language): string[] =>
  sealed.map(
    ({ manifest: { id, scenario, replicates, sha256 } }) =>
      messages.sealFine(id, scenario.title, replicates, sha256.slice(0, 12))[lang],
  );

/** Nothing sealed, or nothing published since: says which, and how to go on. */
function tellNothing(place: string, sealed: readonly SealedForecast[], json: boolean, lang: Language): void {
  if (json) {
    const intact = sealed.map(({ manifest: { id, sha256 } }) => ({ id, sha256 }));
    printJson({ design: 'sealed', sealed: intact, scores: [] });
    return;
  }
  const first = Math.min(...sealed.map(({ manifest: { date } }) => Number(date.slice(0, 4))));
  const why = sealed.length === 0 ? messages.noSeals(place) : messages.nothingLater(first);
  process.stdout.write(`${[...sealLines(sealed, lang), why[lang]].join('\n')}\n`);
}
