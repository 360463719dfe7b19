import type { Language } from '../../language/language.ts';
import { loadInputs } from '../../run/load-inputs.ts';
import { readPlan } from '../../run/plan/read-plan.ts';
import { formatIssue, InputError, type Issue, inLanguage } from '../../scenario/errors.ts';

/** What is wrong or doubtful in a plan of runs and in the scenarios it names, each line once. */
export function checkPlan(file: string, lang: Language): { errors: Issue[]; warnings: Issue[] } {
  const errors = new Map<string, Issue>();
  const warnings = new Map<string, Issue>();
  const note = (into: Map<string, Issue>, issues: readonly Issue[]): void => {
    for (const issue of issues.map((each) => inLanguage(each, lang))) into.set(formatIssue(issue), issue);
  };
  const trying = (load: () => void): void => {
    try {
      load();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      note(errors, error.issues);
    }
  };
  trying(() => {
    for (const command of readPlan(file, {}, lang))
      trying(() => note(warnings, loadInputs({ ...command, sample: command.sample ?? 1 }, lang).warnings));
  });
  return { errors: [...errors.values()], warnings: [...warnings.values()] };
}
