import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Localized, text } from '../../../language/language.ts';
import { systemProblem } from '../../../language/system-problem.ts';
import { pairing } from '../../../report/pairing.ts';
import type { Manifest } from '../../../result/manifest.ts';
import { readManifest } from '../../../result/verify.ts';
import { readRunRecord } from '../../../run/record/run-record.ts';
import { formatIssue, InputError, inLanguage } from '../../../scenario/errors.ts';
import type { ResultEntry, ResultList } from '../../scene/results.ts';
import { survey } from './safe-folder.ts';

/** Most results that are listed. */
const MOST_RESULTS = 500;
/** Ending of the folder of a run that has not ended. */
const UNFINISHED = '.partial';
/** Hexadecimal digits of an id. */
const ID_DIGITS = 16;

const messages = {
  broken: () =>
    text(
      'manifest.json 不是 luohu 写下的完整文件',
      'manifest.json must be what luohu wrote, got a broken or other file',
    ),
  brokenRecord: () =>
    text('run.json 不是 luohu 写下的完整文件', 'run.json must be what luohu wrote, got a broken file'),
  unfinished: () =>
    text(
      '运行尚未完成；用原来的命令加 --resume 继续',
      'the run has not ended: the same command with --resume goes on with it',
    ),
};

const analyses: Readonly<Record<string, Localized>> = {
  compare: text('情景比较', 'Comparison of scenarios'),
  attribute: text('措施归因', 'What each measure did'),
  backtest: text('回测', 'Backtest'),
  seek: text('目标求解', 'Search for a target'),
  sensitivity: text('敏感性分析', 'Sensitivity analysis'),
  variance: text('不确定性分解', 'Variance by source'),
};
const otherAnalysis = text('分析结果', 'Result of an analysis');

/** A result and where it lies. */
export interface Listed {
  readonly entry: ResultEntry;
  readonly place: string;
}

/**
 * The id of a folder of results: says nothing of its name and is the same after the next start, so that an address can be kept. Only
 * ids of folders that are there now are ever looked up.
 */
const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, ID_DIGITS);

/** What may be a result by its name: hidden folders are still being written. */
function namesIn(out: string): string[] {
  try {
    return readdirSync(out, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Every result of the folder, the newest first; what cannot be read is in the list with its reason. */
export async function listResults(out: string): Promise<ResultList> {
  const found = await Promise.all(namesIn(out).map((name) => lookAt(out, name)));
  const entries = found.flatMap((listed) => (listed === null ? [] : [listed.entry]));
  // what cannot be read comes last
  const rank = ({ state, finished, folder }: ResultEntry): string[] => [
    state === 'broken' ? '0' : '1',
    finished,
    folder,
  ];
  entries.sort((a, b) => descending(rank(a), rank(b)));
  return { out, results: entries.slice(0, MOST_RESULTS), left: Math.max(0, entries.length - MOST_RESULTS) };
}

function descending(a: readonly string[], b: readonly string[]): number {
  const n = a.findIndex((each, i) => each !== b[i]);
  return n < 0 ? 0 : a[n] < b[n] ? 1 : -1;
}

/** The result of an id, looked at anew; null where there is none now. */
export async function resultOf(out: string, id: string): Promise<Listed | null> {
  const name = namesIn(out).find((each) => idOf(each) === id);
  return name === undefined ? null : lookAt(out, name);
}

/** What a folder is; null for one that holds no result. */
async function lookAt(out: string, name: string): Promise<Listed | null> {
  const place = path.join(out, name);
  const base = {
    id: idOf(name),
    folder: name,
    kind: 'place' as const,
    title: text(name, name),
    question: text('', ''),
    finished: new Date(0).toISOString(),
    bytes: 0,
    run: null,
  };
  const told = (entry: Partial<ResultEntry>): Listed => ({
    place,
    entry: { ...base, state: 'whole', problem: null, ...entry },
  });
  const broken = (problem: Localized, more: Partial<ResultEntry> = {}): Listed =>
    told({ state: 'broken', problem, ...more });
  let known: Partial<ResultEntry> = {};
  try {
    const { problem, bytes, written } = survey(realpathSync(out), place);
    known = { bytes, finished: new Date(written).toISOString() };
    if (problem !== null) return broken(problem, known);
    const files = readdirSync(place);
    if (name.endsWith(UNFINISHED)) return files.includes('run.json') ? told({ ...known, ...unfinished(place) }) : null;
    if (!files.includes('manifest.json')) return null;
    return told({ ...known, ...(await finished(place, name)) });
  } catch (error) {
    return broken(inOneLine(error), known);
  }
}

async function finished(place: string, name: string): Promise<Partial<ResultEntry>> {
  const manifest: unknown = JSON.parse(readFileSync(path.join(place, 'manifest.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('package' in manifest))
    return { state: 'broken', problem: messages.broken() };
  // what an analysis writes has no scenario of its own, or not as a run has it
  if (!('scenario' in manifest)) return analysis(manifest, name);
  return ofRun(await readManifest(place, () => messages.broken().en));
}

function ofRun(manifest: Manifest): Partial<ResultEntry> {
  const { scenario, options, region, ended, run } = manifest;
  return {
    kind: region === undefined ? 'place' : 'region',
    state: ended === undefined ? 'whole' : 'early',
    title: scenario.title,
    question: scenario.question,
    ...(Number.isNaN(Date.parse(run.finished)) ? {} : { finished: new Date(run.finished).toISOString() }),
    run: {
      place: scenario.cityName,
      replicates: options.replicates,
      sample: options.sample,
      from: scenario.baseYear,
      to: scenario.endYear,
      pairing: pairing(manifest),
    },
  };
}

function analysis(manifest: object, name: string): Partial<ResultEntry> {
  const { analysis: told } = manifest as { analysis?: unknown };
  const kind = typeof told === 'string' ? told : name.replace(/-.*$/s, '');
  return {
    kind: 'analysis',
    title: Object.hasOwn(analyses, kind) ? analyses[kind] : otherAnalysis,
    question: text(name, name),
  };
}

function unfinished(place: string): Partial<ResultEntry> {
  const record = readRunRecord(readFileSync(path.join(place, 'run.json')));
  if (record === null) return { state: 'broken', problem: messages.brokenRecord() };
  const { scenario, command, version } = record;
  const { title, question, baseYear, endYear, replicates, seed, city } = scenario;
  return {
    state: 'unfinished',
    problem: messages.unfinished(),
    title,
    question,
    run: {
      place: title,
      replicates,
      sample: command.sample,
      from: baseYear,
      to: endYear,
      pairing: { city, baseYear, seed, sample: command.sample, version },
    },
  };
}

/** Why something cannot be read: the first line of what is told. */
function inOneLine(error: unknown): Localized {
  if (error instanceof InputError) {
    const [issue] = error.issues;
    const line = (lang: 'zh' | 'en'): string => formatIssue(inLanguage({ ...issue, file: 'manifest.json' }, lang));
    return text(line('zh'), line('en'));
  }
  return error instanceof SyntaxError ? messages.broken() : systemProblem(error);
}
