import { unitOf } from '../../indicator/indicators.ts';
import { type Cell, csvText } from '../../result/csv.ts';
import type { WrittenFolder } from '../../result/write-results.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { writeParquet } from '../../run/parquet-file.ts';
import { writeAnswered } from '../variations/write-folder.ts';
import { informationOf } from './information.ts';
import type { Sensitivity, SensitivityQuestion } from './sensitivity.ts';

/** Writes the tables of an analysis. `draw` adds the charts to the folder. */
export const writeSensitivity = (
  out: string,
  inputs: Inputs,
  question: SensitivityQuestion,
  found: Sensitivity,
  draw: (folder: string) => Promise<void>,
): Promise<WrittenFolder> =>
  writeAnswered(
    out,
    {
      analysis: 'sensitivity',
      inputs,
      question,
      texts: textFiles(inputs, question, found),
      writeEvaluations: (file) => writeEvaluations(file, question, found),
      answers: { walks: found.walks, rows: found.rows, error: found.error },
    },
    draw,
  );

function textFiles(
  { scenario }: Inputs,
  { indicators, area, years }: SensitivityQuestion,
  found: Sensitivity,
): Record<string, string> {
  const place = (indicator: string): Cell[] => [indicator, area, years.by];
  return {
    'screening.csv': csvText(
      'indicator,area,year,factor,kind,mu,mu_star,mu_star_mcse,sigma'.split(','),
      indicators.flatMap((indicator, i) =>
        found.factors.map(({ id, kind }, f): Cell[] => {
          const { mu, muStar, muStarError, sigma } = found.screening[i][f];
          return [...place(indicator), id, kind, mu, muStar, muStarError, sigma];
        }),
      ),
    ),
    'indices.csv': csvText(
      'indicator,area,year,factor,kind,variance,first,first_p05,first_p95,total,total_p05,total_p95'.split(','),
      indicators.flatMap((indicator, i) =>
        found.studied.map(({ id, kind }, s): Cell[] => {
          const { variance, factors } = found.decompositions[i];
          const { first, total } = factors[s];
          return [
            ...place(indicator),
            id,
            kind,
            variance.value,
            ...[first, total].flatMap(({ value, p05, p95 }) => [value, p05, p95]),
          ];
        }),
      ),
    ),
    'information.csv': csvText(
      'indicator,area,year,unit,factor,kind,variance_removed,variance_removed_p05,variance_removed_p95,sd_now,sd_known,mark,source,source_zh'.split(
        ',',
      ),
      indicators.flatMap((indicator, i) =>
        informationOf(found, i, scenario).map(({ factor, value, sdNow, sdThen, mark, source }): Cell[] => [
          ...place(indicator),
          unitOf(indicator),
          factor.id,
          factor.kind,
          value.value,
          value.p05,
          value.p95,
          sdNow,
          sdThen,
          mark ?? '',
          source?.en ?? '',
          source?.zh ?? '',
        ]),
      ),
    ),
  };
}

/** evaluations.parquet: what came of every simulated point, by sample and row of the design. */
function writeEvaluations(file: string, { indicators }: SensitivityQuestion, { evaluations }: Sensitivity): void {
  const rows = evaluations.flatMap(({ sample, row, outputs }, evaluation) =>
    indicators.map((indicator, i) => ({ evaluation, sample, row, indicator, value: outputs[i] })),
  );
  writeParquet(file, [
    { name: 'evaluation', data: rows.map(({ evaluation }) => evaluation), type: 'INT32' },
    { name: 'sample', data: rows.map(({ sample }) => sample), type: 'STRING' },
    { name: 'row', data: rows.map(({ row }) => row), type: 'INT32' },
    { name: 'indicator', data: rows.map(({ indicator }) => indicator), type: 'STRING' },
    { name: 'value', data: rows.map(({ value }) => value), type: 'DOUBLE' },
  ]);
}
