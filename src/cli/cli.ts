import yargs from 'yargs';
import { type Language, text } from '../language/language.ts';
import { attributeCommand } from './attribute/command.ts';
import { backtestCommand } from './backtest/command.ts';
import { briefCommand } from './brief/command.ts';
import { cacheCommand } from './cache/command.ts';
import { calibrateCommand } from './calibrate/command.ts';
import { checkCommand } from './check/command.ts';
import { columnsCommand } from './columns/command.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare/command.ts';
import { doctorCommand } from './doctor/command.ts';
import { documentCommand } from './document/command.ts';
import { eligibleCommand } from './eligible/command.ts';
import { ExitStatus } from './exit-status.ts';
import { exportCommand } from './export/command.ts';
import { fiscalCommand } from './fiscal/command.ts';
import { indicatorsCommand } from './indicators/command.ts';
import { initCommand } from './init/command.ts';
import { languageOf } from './language.ts';
import { mergeCommand } from './merge/command.ts';
import { messages } from './messages.ts';
import { newCommand } from './new/command.ts';
import { observationsCommand } from './observations/command.ts';
import { lastOf } from './options.ts';
import { isOwed } from './owed.ts';
import { placesCommand } from './places/command.ts';
import { policyCommand } from './policy/command.ts';
import { populationCommand } from './population/command.ts';
import { reportCommand } from './report/command.ts';
import { runCommand } from './run/command.ts';
import { seekCommand } from './seek/command.ts';
import { sensitivityCommand } from './sensitivity/command.ts';
import { serveCommand } from './serve/command.ts';
import { tabulateCommand } from './tabulate/command.ts';
import { tell } from './tell.ts';
import { traceCommand } from './trace/command.ts';
import { updateCommand } from './update/command.ts';
import { UsageError } from './usage-error.ts';
import { verifyCommand } from './verify/command.ts';
import { workerCommand } from './worker/command.ts';

/** The commands in the order a reader meets them. Each loads what it needs only when it is called. */
const commands = [
  runCommand,
  compareCommand,
  attributeCommand,
  serveCommand,
  checkCommand,
  placesCommand,
  newCommand,
  initCommand,
  populationCommand,
  indicatorsCommand,
  columnsCommand,
  tabulateCommand,
  policyCommand,
  documentCommand,
  eligibleCommand,
  traceCommand,
  seekCommand,
  sensitivityCommand,
  fiscalCommand,
  observationsCommand,
  calibrateCommand,
  updateCommand,
  backtestCommand,
  reportCommand,
  briefCommand,
  exportCommand,
  verifyCommand,
  workerCommand,
  mergeCommand,
  cacheCommand,
  doctorCommand,
];

/** Reads the arguments, does what they ask and answers with the exit status. Prints; throws nothing. */
export async function commandLine(args: readonly string[], version: string): Promise<ExitStatus> {
  const lang = languageOf(args, process.env);
  try {
    let status: ExitStatus = ExitStatus.done;
    await parserOf(lang, version, (ended) => {
      status = ended;
    }).parseAsync(args.length === 0 ? ['--help'] : args);
    return status === ExitStatus.done && isOwed() ? ExitStatus.failed : status;
  } catch (error) {
    const { reportError } = await import('./report-error.ts');
    const report = reportError(error, lang);
    for (const line of report.lines) tell(line);
    return report.status;
  }
}

/** Turns what yargs refuses into a mistake of one line; an error of a command passes unchanged. */
function fail(message: string, error: Error | undefined, lang: Language): never {
  if (error === undefined) throw new UsageError(`${message}${messages.seeHelp(/[?？]$/.test(message))[lang]}`);
  throw error.name === 'YError' ? new UsageError(error.message) : error;
}

/** A sentence that is the same for one and for several, in the form yargs looks for. */
const bothNumbers = (sentence: string): string => ({ one: sentence, other: sentence }) as unknown as string;

/** What yargs says of a missing positional, by which its translation is found. */
const NOT_ENOUGH = 'Not enough non-option arguments: got %s, need at least %s';

function parserOf(lang: Language, version: string, onEnd: (status: ExitStatus) => void) {
  const parser = yargs()
    .scriptName('luohu')
    .usage(messages.usage()[lang])
    .locale(text('zh_CN', 'en')[lang])
    .updateStrings({ [NOT_ENOUGH]: bothNumbers(messages.notEnough('%s', '%s')[lang]) })
    .parserConfiguration({ 'greedy-arrays': false, 'camel-case-expansion': false })
    .option('lang', {
      describe: messages.lang()[lang],
      choices: ['zh', 'en'],
      coerce: lastOf<string | undefined>('lang', lang),
      requiresArg: true,
      global: true,
    })
    .demandCommand(1)
    .recommendCommands()
    .strict()
    .exitProcess(false)
    .fail((message, error) => fail(message, error, lang))
    .help('help', messages.help()[lang])
    .version('version', messages.version()[lang], version)
    .wrap(Math.min(100, process.stdout.columns ?? 100));
  for (const make of commands) {
    const { command, describe, builder, handler } = make(lang) as Command<object>;
    parser.command({ command, describe, builder, handler: async (options) => onEnd(await handler(options, lang)) });
  }
  return parser;
}
