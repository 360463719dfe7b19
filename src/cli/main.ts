#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { languageOf } from './language.ts';
import { messages } from './messages.ts';

/** The command `luohu`: answers `--version` at once, loads the rest only when there is something to do. */
const args = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Whoever reads the output may stop early (`| head`): what is left unsaid is no failure, and the work goes on. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

if (args.length === 1 && args[0] === '--version') {
  process.stdout.write(`${version}\n`);
} else {
  try {
    const { commandLine } = await import('./cli.ts');
    process.exitCode = await commandLine(args, version);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(`${messages.notBuilt()[languageOf(args, process.env)]}\n`);
    process.exitCode = 1;
  }
}
