import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Language, marks } from '../../language/language.ts';
import { memoryNeed } from '../../run/assert-memory.ts';
import { placeOf } from '../../run/input-file.ts';
import { loadInputs } from '../../run/load-inputs.ts';
import { availableBytes, memoryShortage, neededBytes } from '../../run/memory.ts';
import type { Finding } from './finding.ts';
import { doctorMessages as told } from './messages.ts';

/** Least memory a small sample runs in. */
const LEAST_BYTES = 1e9;
/** A run of one city writes some ten megabytes, its unfinished replicates as much again. */
const LEAST_DISK_BYTES = 1e9;
const LEAST_FILES = 256;
/** The city whose whole population is the yardstick. */
const YARDSTICK = 'scenarios/baotou.yaml';

export const cores = (lang: Language): Finding => ({
  good: true,
  text: told.machine(`${os.type()} ${os.arch()}`, os.cpus()[0]?.model.trim() ?? '?', os.availableParallelism())[lang],
});

export function node(lang: Language): Finding {
  const file = new URL('../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  const good = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return { good, text: told.node(process.versions.node, engines.node)[lang] };
}

/** Memory there is, and what a whole city would need of it. */
export function memory(lang: Language): Finding {
  const available = availableBytes();
  const there = told.memory(available)[lang];
  const good = available >= LEAST_BYTES;
  try {
    const workers = os.availableParallelism();
    const inputs = loadInputs({ scenario: placeOf(YARDSTICK), overrides: {}, sample: 1 }, lang);
    const { persons, need } = memoryNeed(inputs, workers);
    const shortage = memoryShortage(need, available);
    const { name } = inputs.city;
    if (shortage === null)
      return {
        good,
        text: `${there}${marks.semicolon[lang]}${told.fits(name, persons, neededBytes(need), workers)[lang]}`,
      };
    const { fittingWorkers, fittingSample } = shortage;
    const instead = fittingWorkers !== null ? `--workers ${fittingWorkers}` : `--sample ${fittingSample ?? 0.01}`;
    return { good, text: `${there}; ${told.fitsNot(name, neededBytes(need), workers, instead)[lang]}` };
  } catch {
    // whatever keeps the yardstick from being read is told of under the data
    return { good, text: there };
  }
}

/** Room where results go. */
export async function disk(lang: Language): Promise<Finding> {
  const folder = path.resolve('out');
  const { bavail, bsize } = await statfs('.');
  const bytes = bavail * bsize;
  return bytes >= LEAST_DISK_BYTES
    ? { good: true, text: told.disk(folder, bytes)[lang] }
    : { good: 'optional', text: told.diskFull(folder, bytes)[lang] };
}

/** Files this process may have open; only Linux tells. */
export function openFiles(lang: Language): Finding {
  let limit = '?';
  try {
    limit = /^Max open files\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? '?';
  } catch {
    // another system
  }
  return Number(limit) < LEAST_FILES
    ? { good: 'optional', text: told.filesFew(limit)[lang] }
    : { good: true, text: told.files(limit)[lang] };
}
