import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { dictionaryCsv } from '../../result/dictionary.ts';
import { type WrittenFolder, writeFolder } from '../../result/write-results.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { InputFile } from '../../run/input-file.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { packageName, packageVersion } from '../../run/package.ts';
import { runHash } from '../backtest/model/run-hash.ts';

/** Digits of the hash in the name of the folder. */
const HASH_DIGITS = 10;

/** What was asked of a scenario and what was found, ready to be written. */
interface Answered {
  readonly analysis: 'seek' | 'sensitivity';
  readonly inputs: Inputs;
  readonly question: object;
  /** Text files by name. */
  readonly texts: Readonly<Record<string, string>>;
  /** Writes evaluations.parquet to a place. */
  readonly writeEvaluations: (file: string) => void;
  /** Further entries of the manifest. */
  readonly answers: object;
}

/**
 * Writes the tables of an analysis into `<analysis>-<scenario>-<hash>`, the hash being of question, data and version; the folder appears
 * whole or not at all.
 * @param draw adds the charts to the folder before it appears
 */
export async function writeAnswered(
  out: string,
  answered: Answered,
  draw: (folder: string) => Promise<void>,
): Promise<WrittenFolder> {
  const { analysis, inputs, question, texts, writeEvaluations, answers } = answered;
  const hash = sha256(canonicalJson({ version: packageVersion, run: runHash(inputs), question }));
  const name = `${analysis}-${inputs.scenario.id}-${hash.slice(0, HASH_DIGITS)}`;
  return writeFolder(out, name, async (folder) => {
    const files: InputFile[] = [];
    for (const [file, text] of Object.entries({ ...texts, 'dictionary.csv': dictionaryCsv(namedIn(texts)) })) {
      await writeFile(path.join(folder, file), text);
      files.push({ path: file, sha256: sha256(text) });
    }
    const parquet = path.join(folder, 'evaluations.parquet');
    writeEvaluations(parquet);
    files.push({ path: 'evaluations.parquet', sha256: sha256(await readFile(parquet)) });
    const manifest = {
      format: 1,
      package: { name: packageName, version: packageVersion },
      command: inputs.command,
      scenarioHash: inputs.hash,
      seed: inputs.scenario.seed,
      question,
      ...answers,
      inputs: inputs.files,
      files,
    };
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await draw(folder);
  });
}

/** Every word of the tables that may be an indicator: those that are none have no line in a dictionary. */
const namedIn = (texts: Answered['texts']): string[] =>
  Object.values(texts).flatMap((text) => csvParse(text).flatMap((row) => Object.values(row)));
