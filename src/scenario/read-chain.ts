import type { Language } from '../language/language.ts';
import { InputError, type Issue } from './errors.ts';
import { fileProblem, isMissing } from './file-problem.ts';
import { type Finding, toIssue } from './finding.ts';
import { messages } from './messages.ts';
import { parentPattern } from './schema.ts';
import { parseYamlSource, type YamlSource } from './yaml-source.ts';

/** Text of a file; throws an error with Node's `code` (ENOENT, EISDIR) when it cannot be read. */
export type ReadText = (path: string) => string;

/** A scenario file followed by its parent, the parent's parent and so on. */
interface Chain {
  readonly sources: readonly YamlSource[];
  /** Mistakes that end the chain early. */
  readonly issues: readonly Issue[];
}

/** Reads a scenario and everything it extends. */
export function readChain(path: string, read: ReadText, language: Language): Chain {
  const sources: YamlSource[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const file: string = next;
    const child = sources.at(-1);
    const closes = sources.findIndex((source) => source.file === file);
    if (closes >= 0) {
      const circle = [...sources.slice(closes), { file }].map((source) => source.file);
      return { sources, issues: [toIssue(atExtends(child!, messages.extendsCycle(circle)), language)] };
    }
    try {
      sources.push(parseYamlSource(file, read(file), language));
    } catch (error) {
      return { sources, issues: issuesOf(error, file, child, language) };
    }
    next = parentOf(sources.at(-1)!);
  }
  return { sources, issues: [] };
}

const atExtends = (source: YamlSource, text: Finding['text']): Finding => ({
  source,
  path: ['extends'],
  at: 'value',
  text,
});

/** What went wrong on reading `file`, told where the user can mend it: in the child that names it, or in the file. */
function issuesOf(error: unknown, file: string, child: YamlSource | undefined, language: Language): readonly Issue[] {
  if (error instanceof InputError) return error.issues;
  const problem = fileProblem(error);
  if (child !== undefined && isMissing(error))
    return [toIssue(atExtends(child, messages.missingParent(file)), language)];
  return [{ file, message: problem[language] }];
}

/** Path of the file this one extends, seen from where the program runs. */
function parentOf(source: YamlSource): string | undefined {
  const parent = source.value['extends'];
  return typeof parent === 'string' && parentPattern.test(parent) ? resolve(source.file, parent) : undefined;
}

/** `relative` as seen from the folder of `file`; either kind of slash separates folders. */
function resolve(file: string, relative: string): string {
  const separator = file.includes('\\') && !file.includes('/') ? '\\' : '/';
  const steps = file.split(/[\\/]/).slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..' && steps.at(-1) !== '.') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join(separator);
}
