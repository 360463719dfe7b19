import { readFileSync } from 'node:fs';
import os from 'node:os';
import { availableBytes } from '../../run/memory.ts';
import { openPool } from '../../run/pool.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { type Language, messages } from '../messages.ts';
import { reportError } from '../report-error.ts';
import type { DoctorOptions } from './command.ts';

/** One thing a run needs, and whether it is there. */
interface Finding {
  readonly good: boolean;
  readonly text: string;
}

/** Least memory a small sample runs in. */
const LEAST_BYTES = 1e9;

/** Looks at what a run needs on this machine. Exit status 1 when something is missing. */
export async function examine({ json }: DoctorOptions, lang: Language): Promise<ExitStatus> {
  const findings = [node(lang), cores(lang), memory(lang), data(lang), await threads(lang)];
  const good = findings.every((finding) => finding.good);
  if (json) process.stdout.write(`${JSON.stringify({ good, findings }, null, 2)}\n`);
  else for (const finding of findings) process.stdout.write(`${finding.good ? '✓' : '✗'} ${finding.text}\n`);
  return good ? ExitStatus.done : ExitStatus.failed;
}

function node(lang: Language): Finding {
  const file = new URL('../../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  const good = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return { good, text: messages.doctorNode(process.versions.node, engines.node)[lang] };
}

const cores = (lang: Language): Finding => ({
  good: true,
  text: messages.doctorCores(os.availableParallelism())[lang],
});

function memory(lang: Language): Finding {
  const bytes = availableBytes();
  return { good: bytes >= LEAST_BYTES, text: messages.doctorMemory(bytes)[lang] };
}

function data(lang: Language): Finding {
  try {
    checkTables(readData);
    const prefectures = [...readRegions(readData).values()].filter((region) => region.level === 'prefecture');
    return { good: true, text: messages.doctorData(prefectures.length, readDocuments(readData).length)[lang] };
  } catch (error) {
    return { good: false, text: messages.doctorDataMissing(reportError(error, lang).lines.join('; '))[lang] };
  }
}

async function threads(lang: Language): Promise<Finding> {
  const pool = openPool(1);
  try {
    await pool.run({ kind: 'ping' }, 'doctor');
    return { good: true, text: messages.doctorThreads()[lang] };
  } catch (error) {
    return { good: false, text: messages.doctorThreadsFail((error as Error).message)[lang] };
  } finally {
    await pool.close();
  }
}
