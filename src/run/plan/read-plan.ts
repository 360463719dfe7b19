import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import type { AskedCommand } from '../command.ts';
import { filesIn } from '../files-in.ts';
import { runMessages } from '../messages.ts';
import { readUserFile } from '../read-user-file.ts';
import { planSchema } from './schema.ts';

/** Whether a file is a plan: it has `plan` as a key at the top. A file that cannot be read is none. */
export function isPlan(file: string): boolean {
  try {
    return /^plan[ \t]*:/m.test(readUserFile(file));
  } catch {
    return false;
  }
}

/**
 * The runs a plan asks for, scenario by scenario and variation by variation, so that runs of one city stand together and
 * share its base population.
 * @param given what the command line says; it wins over the plan
 * @throws InputError with every mistake of the plan; those of its scenarios are found when they are loaded
 */
export function readPlan(file: string, given: Partial<AskedCommand>, lang: Language): AskedCommand[] {
  const { value: plan, issueAt } = readYaml(readUserFile(file), file, planSchema, lang);
  const issues: Issue[] = [];
  const files = plan.scenarios.flatMap((pattern, i) => {
    const found = filesLike(path.dirname(file), pattern);
    if (found.length === 0) issues.push(issueAt(['scenarios', i], runMessages.noScenarioLike(pattern)));
    return found;
  });
  if (issues.length > 0) throw new InputError(issues);
  const { variations = [{}], sample } = plan;
  return [...new Set(files)].flatMap((scenario) =>
    variations.map((variation) => ({
      scenario,
      overrides: { ...overridesOf(plan), ...overridesOf(variation), ...given.overrides },
      sample: given.sample ?? sample,
      ...(given.bases === undefined ? {} : { bases: given.bases }),
    })),
  );
}

/** Files a pattern names, in order; a name without `*` need not exist, that is told when it is loaded. */
function filesLike(folder: string, pattern: string): string[] {
  const place = path.join(folder, pattern);
  if (!path.basename(place).includes('*')) return [place];
  const parts = path
    .basename(place)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const name = new RegExp(`^${parts.join('.*')}$`);
  return filesIn(path.dirname(place), (each) => name.test(each)).map((each) => path.join(path.dirname(place), each));
}
