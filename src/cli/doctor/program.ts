import { spawnSync } from 'node:child_process';
import type { Language, Localized } from '../../language/language.ts';
import { installing, type OptionalPart, optionalParts } from '../../run/optional-part.ts';
import { openPool } from '../../run/pool.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import { reportError } from '../report-error.ts';
import type { Finding } from './finding.ts';
import { doctorMessages as told } from './messages.ts';

export function data(lang: Language): Finding {
  try {
    checkTables(readData);
    const prefectures = [...readRegions(readData).values()].filter((region) => region.level === 'prefecture');
    return { good: true, text: told.data(prefectures.length, readDocuments(readData).length)[lang] };
  } catch (error) {
    return { good: false, text: told.dataMissing(reportError(error, lang).lines.join('; '))[lang] };
  }
}

export async function threads(lang: Language): Promise<Finding> {
  const pool = openPool(1);
  try {
    await pool.run({ kind: 'ping' }, 'doctor');
    return { good: true, text: told.threads()[lang] };
  } catch (error) {
    return { good: false, text: told.threadsFail((error as Error).message)[lang] };
  } finally {
    await pool.close();
  }
}

/** Chinese fonts; Windows and macOS bring theirs. */
export function fonts(lang: Language): Finding {
  if (process.platform !== 'linux') return { good: true, text: told.fontsUnknown()[lang] };
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (status !== 0) return { good: 'optional', text: told.fontsUnknown()[lang] };
  const families = new Set(stdout.split('\n').filter((line) => line.trim() !== ''));
  return families.size > 0
    ? { good: true, text: told.fonts(families.size)[lang] }
    : { good: 'optional', text: told.noFonts()[lang] };
}

const optional: readonly { name: OptionalPart; load: () => Promise<unknown>; purpose: Localized }[] = [
  { name: 'bullmq', load: () => import('bullmq'), purpose: told.forCluster() },
  { name: 'ioredis', load: () => import('ioredis'), purpose: told.forRedis() },
  { name: 'pg', load: () => import('pg'), purpose: told.forPostgres() },
  { name: 's3mini', load: () => import('s3mini'), purpose: told.forBuckets() },
  { name: '@resvg/resvg-js', load: () => import('@resvg/resvg-js'), purpose: told.forPictures() },
];

/** Packages that only some commands need. */
export const parts = (lang: Language): Promise<Finding[]> =>
  Promise.all(
    optional.map(({ name, load, purpose }) =>
      optionalParts({ [name]: load }).then(
        (): Finding => ({ good: true, text: told.part(name, purpose)[lang] }),
        (): Finding => ({ good: 'optional', text: told.noPart(name, purpose, installing(name))[lang] }),
      ),
    ),
  );
