import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseHousehold } from '../../src/policy/household.ts';
import { parseDocumentFile } from '../../src/policy/load-documents.ts';
import { known } from '../../src/run/known.ts';
import { readDocuments } from '../../src/run/read-documents.ts';
import { checkTables } from '../../src/scenario/check-tables.ts';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { type LoadOptions, loadScenario } from '../../src/scenario/load-scenario.ts';
import { parameterNames, parameterSpecs } from '../../src/scenario/parameters.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { tableRules } from '../../src/scenario/table-rules.ts';
import { smallCalibration } from '../support/small-calibration.ts';
import { mutant } from './mutate.ts';

/**
 * Input by the thousand. Whatever a file holds, reading it ends soon, in one of two ways: it is taken, and then holds nothing outside
 * its limits, or it is refused with `InputError`, whose lines are short, single and name the file.
 */
const SCENARIOS = 1400;
const DOCUMENTS = 500;
const HOUSEHOLDS = 500;
const TABLES = 150;

/** Longest one text may take: a hundred times what a whole one does, on a busy machine. */
const PATIENCE_MS = 5000;
/** For a thousand texts on a machine with other work. */
const LONG = 300_000;
const LONGEST_LINE = 600;
const MOST_LINES = 400;

interface Outcome<T> {
  readonly seed: string;
  readonly by: string;
  readonly taken: T | null;
  readonly milliseconds: number;
}

/** Reads one mutant; everything but an `InputError` with proper lines fails the test. */
function tryOne<T>(file: string, seed: string, by: string, read: () => T): Outcome<T> {
  const began = performance.now();
  let taken: T | null = null;
  try {
    taken = read();
  } catch (error) {
    if (!(error instanceof InputError)) throw new Error(`${seed} (${by}) of ${file}`, { cause: error });
    const lines = error.issues.map(formatIssue);
    expect(lines.length, `${seed} (${by})`).toBeGreaterThan(0);
    expect(lines.length, `${seed} (${by})`).toBeLessThanOrEqual(MOST_LINES);
    for (const line of lines) {
      expect(line.length, `${seed} (${by}): ${line.slice(0, 200)}`).toBeLessThanOrEqual(LONGEST_LINE);
      // a terminal must not be steered by what a file holds
      expect(line, `${seed} (${by})`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(line, `${seed} (${by})`).not.toMatch(/\bat .*\.ts:\d+|undefined|\[object/);
    }
  }
  const milliseconds = performance.now() - began;
  expect(milliseconds, `${seed} (${by}) took long`).toBeLessThan(PATIENCE_MS);
  return { seed, by, taken, milliseconds };
}

/** How many were taken and refused: both must occur, or the mutants are all too mild or all too wild. */
function bothEnds(outcomes: readonly Outcome<unknown>[]): void {
  const taken = outcomes.filter((outcome) => outcome.taken !== null).length;
  expect(taken).toBeGreaterThan(0);
  expect(outcomes.length - taken).toBeGreaterThan(outcomes.length / 4);
}

const cities = ['baotou', 'chifeng', 'qingyang', 'sanmenxia'];
const variations = ['hindcast-2010', 'no-document', 'thresholds-as-before', 'land-not-believed'];
const scenarioFiles = cities.flatMap((city) => [
  `scenarios/${city}.yaml`,
  ...variations.map((name) => `scenarios/${city}/${name}.yaml`),
]);

describe('scenarios', () => {
  let options: Omit<LoadOptions, 'read'>;
  beforeAll(() => {
    const all = known(readData, readDocuments(readData));
    const knownCalibration = (name: string) => (name === 'small' ? smallCalibration : null);
    options = { lang: 'en', ...all, knownCalibration };
  });

  test(
    `${SCENARIOS} mutants are taken within their limits or refused`,
    () => {
      const texts = new Map(scenarioFiles.map((file) => [path.resolve(file), readFileSync(file, 'utf8')]));
      const outcomes = Array.from({ length: SCENARIOS }, (_, n) => {
        const file = path.resolve(scenarioFiles[n % scenarioFiles.length]);
        const { text, by } = mutant(texts.get(file)!, `scenario ${n}`);
        const read = (wanted: string): string => {
          if (wanted === file) return text;
          const whole = texts.get(wanted);
          // what a mutant asks for that is no scenario is not there: nothing else of the disk is read
          if (whole === undefined) throw Object.assign(new Error(wanted), { code: 'ENOENT' });
          return whole;
        };
        return tryOne(file, `scenario ${n}`, by, () => loadScenario(file, { ...options, read }).scenario);
      });
      bothEnds(outcomes);
      for (const { seed, by, taken } of outcomes) if (taken !== null) expectSane(taken, `${seed} (${by})`);
    },
    LONG,
  );
});

/** Everything a scenario that was taken holds lies inside what its parameters and years allow. */
function expectSane(scenario: Scenario, name: string): void {
  expect(scenario.endYear, name).toBeGreaterThan(scenario.baseYear);
  expect(scenario.endYear, name).toBeLessThanOrEqual(2100);
  expect(scenario.replicates, name).toBeGreaterThan(0);
  for (const parameter of parameterNames) {
    const [low, high] = parameterSpecs[parameter].limits;
    for (const { value, range } of scenario.parameters[parameter])
      for (const figure of [value, ...(range ?? [])]) {
        expect(figure, `${name}: ${parameter}`).toBeGreaterThanOrEqual(low);
        expect(figure, `${name}: ${parameter}`).toBeLessThanOrEqual(high);
      }
  }
}

describe('policy documents and households', () => {
  test(
    `${DOCUMENTS} mutants of documents`,
    () => {
      const names = ['baotou-2024', 'chifeng-2016', 'qingyang-2022', 'sanmenxia-2019', 'national-permit-2016'];
      const outcomes = Array.from({ length: DOCUMENTS }, (_, n) => {
        const file = `data/documents/${names[n % names.length]}.yaml`;
        const { text, by } = mutant(readFileSync(file, 'utf8'), `document ${n}`);
        return tryOne(file, `document ${n}`, by, () => parseDocumentFile(text, file));
      });
      bothEnds(outcomes);
    },
    LONG,
  );

  test(
    `${HOUSEHOLDS} mutants of households`,
    () => {
      const file = 'data/household.example.yaml';
      const outcomes = Array.from({ length: HOUSEHOLDS }, (_, n) => {
        const { text, by } = mutant(readFileSync(file, 'utf8'), `household ${n}`);
        return tryOne(file, `household ${n}`, by, () => parseHousehold(text, file));
      });
      bothEnds(outcomes);
      for (const { seed, by, taken } of outcomes)
        for (const [fact, value] of Object.entries(taken?.members[0].applicant ?? {}))
          if (typeof value === 'number' && !['yearsSinceGraduation', 'floorArea', 'incomePerHead'].includes(fact))
            expect(Number.isFinite(value) && value >= 0, `${seed} (${by}): ${fact} ${value}`).toBe(true);
    },
    LONG,
  );
});

describe('tables', () => {
  test(
    `${TABLES} mutants: what passes the check builds a city`,
    () => {
      const outcomes = Array.from({ length: TABLES }, (_, n) => {
        const { name } = tableRules[n % tableRules.length];
        const { text, by } = mutant(readData(name), `table ${n}`);
        const read = (wanted: string): string => (wanted === name ? text : readData(wanted));
        return tryOne(name, `table ${n}`, by, () => {
          checkTables(read);
          return loadCityData(read, '150400', 2020);
        });
      });
      bothEnds(outcomes);
    },
    LONG,
  );
});
