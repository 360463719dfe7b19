import { leverFileSchema } from '../../analysis/lever/lever-file.ts';
import type { Language } from '../../language/language.ts';
import { eligibleOnly } from '../../policy/acting.ts';
import { parseCases } from '../../policy/cases/case.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { endedRoutes } from '../../policy/ended-routes.ts';
import { parseHousehold } from '../../policy/household.ts';
import { parseDocumentFile, replacedNowhere } from '../../policy/load-documents.ts';
import { routeTitle } from '../../policy/words.ts';
import { documentsBeside, documentsHere } from '../../run/own-files.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { readUserFile } from '../../run/read-user-file.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import { todo } from '../document/skeleton.ts';
import { checkMessages as say } from './messages.ts';

/** What a file about law or levers is, told from its keys at the margin. */
const kinds = ['document', 'household', 'cases', 'levers'] as const;
type LawFileKind = (typeof kinds)[number];

/** The kind of a file about law; null where it is a scenario, a place, or cannot be read. */
export function lawFileKind(file: string): LawFileKind | null {
  if (!/\.ya?ml$/i.test(file)) return null;
  let text: string;
  try {
    text = readUserFile(file);
  } catch {
    return null;
  }
  const has = (key: string): boolean => new RegExp(`^${key}\\s*:`, 'm').test(text);
  if (has('clauses')) return 'document';
  if (has('cases')) return 'cases';
  if (has('levers')) return 'levers';
  if (has('members') || has('sponsors')) return 'household';
  const scenario = ['extends', 'city', 'title', 'question', 'baseYear', 'documents', 'parameters'].some(has);
  return !scenario && ['tier', 'livesInTown', 'dwelling', 'work', 'age'].some(has) ? 'household' : null;
}

/** What is wrong or doubtful in a file about law. */
export function checkLawFile(file: string, kind: LawFileKind, lang: Language): { errors: Issue[]; warnings: Issue[] } {
  try {
    const text = readUserFile(file);
    if (kind === 'household') parseHousehold(text, file, lang);
    if (kind === 'cases') parseCases(text, file, lang);
    if (kind === 'levers') readYaml(text, file, leverFileSchema, lang);
    if (kind !== 'document') return { errors: [], warnings: [] };
    const document = parseDocumentFile(text, file, lang);
    const others = [...documentsHere(readDocuments(readData)), ...documentsBeside(file)];
    const known = new Set([document, ...others].map(({ id }) => id));
    return {
      errors: replacedNowhere({ file, text, document }, known, lang),
      warnings: [...unwritten(text, file, lang), ...doubtsOf(document, others, file, lang)],
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { errors: [...error.issues], warnings: [] };
  }
}

/** Lines that are still as `document new` or `init` left them. */
function unwritten(text: string, file: string, lang: Language): Issue[] {
  const places = text.split(/\r?\n/).flatMap((line, l) => {
    const [, before, key, value] = /^(\s*(?:- )?)(\w+): *(.+?) *$/.exec(line) ?? [];
    return value === todo.zh || value === todo.en ? [{ line: l + 1, column: before!.length + 1, path: key! }] : [];
  });
  return places.map((place) => ({ file, ...place, message: say.unwritten()[lang] }));
}

/** Places that are in no table, and what the simulation cannot apply. */
function doubtsOf(document: PolicyDocument, others: readonly PolicyDocument[], file: string, lang: Language): Issue[] {
  const regions = readRegions(readData);
  const { area, clauses } = document;
  const unknown =
    area !== null && !regions.has(area) ? [{ file, path: 'area', message: say.unknownPlace(area)[lang] }] : [];
  const places = clauses.flatMap(({ sets }, c) =>
    sets.flatMap((rule, r) =>
      (rule.where ?? []).flatMap((code) =>
        /^\d/.test(code) && !regions.has(code)
          ? [{ file, path: `clauses.${c}.sets.${r}.where`, message: say.unknownPlace(code)[lang] }]
          : [],
      ),
    ),
  );
  const inEligible = eligibleOnly(document).map(({ clause, rule, what }) => {
    const c = clauses.findIndex(({ id }) => id === clause);
    return { file, path: `clauses.${c}.sets.${rule}`, message: say.eligibleOnly(what[lang])[lang] };
  });
  const ended = endedRoutes(document, others).map(({ document: replaced, routes }) => {
    const told = routes.map((route) => `${routeTitle(route)[lang]} ${route.name}`);
    return { file, path: 'replaces', message: say.endsRoutes(replaced, told)[lang] };
  });
  return [...unknown, ...places, ...inEligible, ...ended];
}
