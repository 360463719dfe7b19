import type { Language } from '../../language/language.ts';
import { ExitStatus } from '../exit-status.ts';
import { printJson } from '../print-json.ts';
import type { Finding } from './finding.ts';
import { cores, disk, memory, node, openFiles } from './machine.ts';
import { doctorMessages as told } from './messages.ts';
import type { DoctorOptions } from './options.ts';
import { data, fonts, parts, threads } from './program.ts';

const marks = { true: '✓', optional: '–', false: '✗' } as const;

/** Looks at what a run needs on this machine, and at what only some commands need. Exit status 1 when a run cannot be. */
export async function examine({ json }: DoctorOptions, lang: Language): Promise<ExitStatus> {
  const findings: Finding[] = [
    cores(lang),
    node(lang),
    memory(lang),
    await disk(lang),
    openFiles(lang),
    data(lang),
    await threads(lang),
    fonts(lang),
    ...(await parts(lang)),
  ];
  const count = (state: Finding['good']) => findings.filter(({ good }) => good === state).length;
  const good = count(false) === 0;
  if (json) {
    printJson({ good, findings });
  } else {
    for (const { good: state, text } of findings) process.stdout.write(`${marks[`${state}`]} ${text}\n`);
    process.stdout.write(`${told.summary(count(false), count('optional'))[lang]}\n`);
  }
  return good ? ExitStatus.done : ExitStatus.failed;
}
