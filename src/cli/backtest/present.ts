import path from 'node:path';
import type { Assessment } from '../../analysis/backtest/assess.ts';
import { calibrationRows } from '../../analysis/backtest/calibration-rows.ts';
import { MISFIT } from '../../analysis/backtest/model/misfit-forecaster.ts';
import { MODEL } from '../../analysis/backtest/model/model-forecaster.ts';
import { noChange } from '../../analysis/backtest/naive/no-change.ts';
import { type BandOf, scoreTable } from '../../analysis/backtest/score-table.ts';
import { forecastsCsv, scoresCsv } from '../../analysis/backtest/tables.ts';
import { verdicts } from '../../analysis/backtest/verdict.ts';
import { type BacktestIdentity, writeBacktest } from '../../analysis/backtest/write-backtest.ts';
import type { Language, Localized } from '../../language/language.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { printJson } from '../print-json.ts';
import { drawBacktestCharts } from './draw.ts';
import { backtestMessages as messages } from './messages.ts';
import { scoreText } from './table.ts';
import { bestNaiveText, verdictText } from './verdict.ts';

interface Backtest {
  readonly folder: string;
  readonly identity: BacktestIdentity;
  readonly title: Localized;
  readonly assessments: readonly Assessment[];
  /** Which horizons are scored together; each by itself when left out. */
  readonly bandOf?: BandOf;
  /** Forecaster the others are held against; the model where it is one of them, else no change. */
  readonly reference?: string;
  /** What a reader must know to take the scores for what they are. */
  readonly notes: readonly Localized[];
  /** Further tables of the text, and their rows in the JSON document. */
  readonly more?: { readonly text: readonly string[]; readonly json: object };
}

/** Scores, writes the files and the chart, and tells all of it: tables, verdict, where the files are. */
export async function present(backtest: Backtest, json: boolean, lang: Language): Promise<void> {
  const { folder, identity, title, assessments, bandOf, notes, more } = backtest;
  const isModelled = assessments.some(({ forecaster }) => forecaster.id === MODEL);
  const reference = backtest.reference ?? (isModelled ? MODEL : noChange.id);
  const judged = backtest.reference ?? MODEL;
  const rows = scoreTable(assessments, reference, bandOf);
  const found = verdicts(rows, judged, (forecaster) => forecaster !== judged && forecaster !== MISFIT);
  await writeBacktest(folder, identity, { 'scores.csv': scoresCsv(rows), 'forecasts.csv': forecastsCsv(assessments) });
  await orWithoutCharts(drawBacktestCharts(folder, title, rows, calibrationRows(assessments, MODEL)), lang);
  if (json) {
    const told = { ...identity, folder, scores: rows, verdicts: found.map(inShort), notes, ...more?.json };
    printJson(told);
    return;
  }
  const lines = [
    title[lang],
    ...scoreText(rows, reference, lang),
    messages.howToRead()[lang],
    '',
    messages.verdictHead()[lang],
    ...(reference === judged ? verdictText(found, lang) : bestNaiveText(rows, lang)).map((line) => `- ${line}`),
    ...notes.map((note) => `- ${note[lang]}`),
    ...(more?.text ?? []),
    '',
    messages.resultIn(shown(folder))[lang],
    messages.chartsIn(shown(path.join(folder, 'charts')))[lang],
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A verdict without the whole rows it was reached from. */
function inShort({ model, naive, ...verdict }: ReturnType<typeof verdicts>[number]): object {
  return { ...verdict, naive: naive.forecaster };
}

/** The shorter way to write where a folder is. */
function shown(folder: string): string {
  const below = path.relative('', folder);
  return below.startsWith('..') ? path.resolve(folder) : below;
}
