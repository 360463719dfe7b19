import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetWriteFile } from 'hyparquet-writer';
import { unitOf } from '../../indicator/units.ts';
import { type Cell, csvText } from '../../run/csv.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { packageName, packageVersion } from '../../run/package.ts';
import { writeFolder } from '../../run/write-results.ts';
import { runHash } from '../backtest/model/run-hash.ts';
import { informationOf } from './information.ts';
import type { Sensitivity, SensitivityQuestion } from './sensitivity.ts';

/** Digits of the hash in the name of the folder. */
const HASH_DIGITS = 10;

/** Name of the folder of an analysis: `sensitivity-<scenario>-<hash>`. The same question, data and version have the same. */
function sensitivityName(inputs: Inputs, question: SensitivityQuestion): string {
  const hash = sha256(canonicalJson({ version: packageVersion, run: runHash(inputs), question }));
  return `sensitivity-${inputs.scenario.id}-${hash.slice(0, HASH_DIGITS)}`;
}

/** Writes the tables of an analysis; the folder appears whole or not at all. `draw` adds the charts to it. */
export function writeSensitivity(
  out: string,
  inputs: Inputs,
  question: SensitivityQuestion,
  found: Sensitivity,
  draw: (folder: string) => Promise<void>,
): Promise<string> {
  return writeFolder(out, sensitivityName(inputs, question), async (folder) => {
    const files: { path: string; sha256: string }[] = [];
    for (const [name, text] of Object.entries(textFiles(inputs, question, found))) {
      await writeFile(path.join(folder, name), text);
      files.push({ path: name, sha256: sha256(text) });
    }
    const parquet = path.join(folder, 'evaluations.parquet');
    writeEvaluations(parquet, question, found);
    files.push({ path: 'evaluations.parquet', sha256: sha256(await readFile(parquet)) });
    const manifest = {
      format: 1,
      package: { name: packageName, version: packageVersion },
      command: inputs.command,
      scenarioHash: inputs.hash,
      seed: inputs.scenario.seed,
      question,
      inputs: inputs.files,
      files,
    };
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await draw(folder);
  });
}

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
          const { mu, muStar, muStarError, sigma } = found.screening[i]![f]!;
          return [...place(indicator), id, kind, mu, muStar, muStarError, sigma];
        }),
      ),
    ),
    'indices.csv': csvText(
      'indicator,area,year,factor,kind,variance,first,first_p05,first_p95,total,total_p05,total_p95'.split(','),
      indicators.flatMap((indicator, i) =>
        found.studied.map(({ id, kind }, s): Cell[] => {
          const { variance, factors } = found.decompositions[i]!;
          const { first, total } = factors[s]!;
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
      'indicator,area,year,unit,factor,kind,variance_removed,variance_removed_p05,variance_removed_p95,sd_now,sd_known,mark,source'.split(
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
          source ?? '',
        ]),
      ),
    ),
  };
}

/** evaluations.parquet: what came of every simulated point, by sample and row of the design. */
function writeEvaluations(file: string, { indicators }: SensitivityQuestion, { evaluations }: Sensitivity): void {
  const rows = evaluations.flatMap(({ sample, row, outputs }, evaluation) =>
    indicators.map((indicator, i) => ({ evaluation, sample, row, indicator, value: outputs[i]! })),
  );
  parquetWriteFile({
    filename: file,
    createdBy: 'luohu',
    columnData: [
      { name: 'evaluation', data: rows.map(({ evaluation }) => evaluation), type: 'INT32', nullable: false },
      { name: 'sample', data: rows.map(({ sample }) => sample), type: 'STRING', nullable: false },
      { name: 'row', data: rows.map(({ row }) => row), type: 'INT32', nullable: false },
      { name: 'indicator', data: rows.map(({ indicator }) => indicator), type: 'STRING', nullable: false },
      { name: 'value', data: rows.map(({ value }) => value), type: 'DOUBLE', nullable: false },
    ],
  });
}
