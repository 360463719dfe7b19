import type { Language } from '../../language/language.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { isPlan } from '../../run/plan/read-plan.ts';
import { formatIssue, InputError, type Issue, inLanguage } from '../../scenario/errors.ts';
import { scenarioJsonSchema } from '../../scenario/json-schema.ts';
import { resolvedYaml } from '../../scenario/resolved-yaml.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { overdueNow } from '../overdue.ts';
import { tell as say } from '../tell.ts';
import { tellAssumed } from '../tell-assumed.ts';
import { checkFigures, isFiguresFile } from './figures-file.ts';
import { checkLawFile, lawFileKind } from './law-file.ts';
import { checkMessages } from './messages.ts';
import type { CheckOptions } from './options.ts';
import { checkPlan } from './plan-file.ts';

/** What was found in one file. */
interface Checked {
  readonly file: string;
  /** Of a scenario without mistakes. */
  readonly inputs: Inputs | null;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Checks every file, tells mistakes and warnings on stderr and what is fine on stdout; nothing is run or written. */
export async function checkScenarios(
  { file: files = [], ...options }: CheckOptions,
  lang: Language,
): Promise<ExitStatus> {
  if (options.schema) {
    print(JSON.stringify(scenarioJsonSchema(), null, 2));
    return ExitStatus.done;
  }
  if (files.length === 0) throw new InputError([{ message: messages.needsScenario()[lang] }]);
  const checked = files.map((file) => check(file, options.city, lang));
  const wrong = checked.some(({ errors }) => errors.length > 0);
  if (options.json) print(JSON.stringify({ files: checked.map(jsonReport) }, null, 2));
  else tell(checked, options.resolved, lang);
  return wrong ? ExitStatus.wrongInput : ExitStatus.done;
}

function check(file: string, city: string | undefined, lang: Language): Checked {
  if (isFiguresFile(file)) return { file, inputs: null, ...checkFigures(file, city, lang) };
  if (isPlan(file)) return { file, inputs: null, ...checkPlan(file, lang) };
  const kind = lawFileKind(file);
  if (kind !== null) return { file, inputs: null, ...checkLawFile(file, kind, lang) };
  try {
    const inputs = loadInputs({ scenario: file, overrides: {}, sample: 1 }, lang);
    tellAssumed([inputs], lang);
    return { file, inputs, errors: [], warnings: inputs.warnings };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { file, inputs: null, errors: error.issues.map((issue) => inLanguage(issue, lang)), warnings: [] };
  }
}

/** Lines for a reader; what several files have in common, such as a mistake in the file they extend, is told once. */
function tell(checked: readonly Checked[], resolved: boolean, lang: Language): void {
  const mistakes = checked.flatMap(({ errors }) => errors.map(formatIssue));
  const doubts = checked.flatMap(({ warnings }) => warnings.map((issue) => messages.warning(formatIssue(issue))[lang]));
  const overdue = overdueNow(checked.flatMap(({ inputs }) => inputs ?? []));
  if (overdue !== null) doubts.push(messages.warning(overdue[lang])[lang]);
  for (const line of new Set([...mistakes, ...doubts])) say(line);
  for (const { file, inputs, errors, warnings } of checked) {
    if (errors.length > 0) continue;
    if (resolved && inputs !== null) print(resolvedYaml(inputs.scenario, inputs.origins, lang).trimEnd());
    else print(checkMessages.fine(file, warnings.length)[lang]);
  }
}

const jsonReport = ({ file, inputs, errors, warnings }: Checked) => ({
  file,
  errors,
  warnings,
  scenario: inputs?.scenario ?? null,
});

const print = (text: string): void => void process.stdout.write(`${text}\n`);
