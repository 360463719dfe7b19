#!/usr/bin/env node
import { readFileSync, writeSync } from 'node:fs';
import { isSystemProblem, systemProblem } from '../language/system-problem.ts';
import { visible } from '../scenario/errors.ts';
import { languageOf } from './language.ts';
import { messages } from './messages.ts';

/** The command `luohu`: answers `--version` at once, loads the rest only when there is something to do. */
const args = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Ends the command with what the system refused, in a line: where nothing else is left to tell it, as without files to open. */
function end(error: unknown): never {
  const { path } = error as NodeJS.ErrnoException;
  const lang = languageOf(args, process.env);
  const told =
    (error as NodeJS.ErrnoException)?.code === 'ERR_MODULE_NOT_FOUND' ? messages.notBuilt() : systemProblem(error);
  const where = path === undefined || !isSystemProblem(error) ? '' : `${path}: `;
  try {
    writeSync(2, `${visible(`${where}${told[lang]}`.replace(/\s*[\r\n]+\s*/g, ' '))}\n`);
  } catch {
    // nobody can be told
  }
  process.exit(1);
}

process.on('uncaughtException', end);

/** Whoever reads the output may stop early (`| head`): what is left unsaid is no failure, and the work goes on. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') end(error);
  });
}

if (args.length === 1 && args[0] === '--version') {
  process.stdout.write(`${version}\n`);
} else {
  try {
    const { commandLine } = await import('./cli.ts');
    process.exitCode = await commandLine(args, version);
  } catch (error) {
    end(error);
  }
}
