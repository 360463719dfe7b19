import { assertMemory } from '../../run/assert-memory.ts';
import { closeSession, openSession } from '../../run/session.ts';
import { compareFiles, type Discrepancy, readManifest, recordedInputs, repeat } from '../../run/verify.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { type Language, messages } from '../messages.ts';
import { showProgress } from '../progress.ts';
import type { VerifyOptions } from './command.ts';

/** Compares files and inputs with the manifest first; only when they are as recorded is the run made again. */
export async function verifyRun({ run: folder, workers, json }: VerifyOptions, lang: Language): Promise<ExitStatus> {
  const manifest = await readManifest(folder, (place) => messages.noResult(place)[lang]);
  let found = await compareFiles(folder, manifest);
  if (found.length === 0) {
    const inputs = recordedInputs(manifest, lang);
    const threads = Math.min(workers, manifest.options.replicates);
    assertMemory(inputs, threads);
    const session = openSession(threads);
    const { signal, release } = interruptSignal();
    const progress = showProgress(process.stderr, lang);
    try {
      progress.step(messages.makingBase(inputs.city.name)[lang]);
      found = await repeat(session, manifest, inputs, { signal, onProgress: progress.advance });
    } finally {
      progress.stop();
      release();
      await closeSession(session);
    }
  }
  const same = found.length === 0;
  if (json) {
    const report = { folder, same, resultHash: manifest.resultHash, discrepancies: found };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    for (const discrepancy of found) process.stderr.write(`${sentence(discrepancy, lang)}\n`);
    if (same) process.stdout.write(`${messages.sameResult(manifest.resultHash)[lang]}\n`);
  }
  return same ? ExitStatus.done : ExitStatus.failed;
}

function sentence({ kind, what, recorded, found }: Discrepancy, lang: Language): string {
  switch (kind) {
    case 'file':
    case 'input':
    case 'scenario':
      return messages.differs[kind](what)[lang];
    case 'version':
    case 'result':
      return messages.differs[kind](recorded, found)[lang];
  }
}
