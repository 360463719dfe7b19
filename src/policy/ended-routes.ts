import type { PolicyDocument } from './document.ts';
import { isBaseDocument } from './select-rules.ts';

/** A document whose routes end, and those of them that nothing opens again. */
interface EndedRoutes {
  readonly document: string;
  readonly names: readonly string[];
}

const routesOf = ({ clauses }: PolicyDocument): string[] =>
  clauses.flatMap(({ sets }) => sets.flatMap((rule) => (rule.rule === 'route' ? [rule.name] : [])));

/**
 * Routes that end with a document because it replaces others, and that neither it nor what stays in force of the nation and the region opens
 * under the same name: whoever writes it may not have meant to end them.
 * @param others documents there are, the document itself possibly among them
 */
export function endedRoutes(document: PolicyDocument, others: readonly PolicyDocument[]): EndedRoutes[] {
  const replaced = [...new Set([document, ...document.clauses].flatMap(({ replaces }) => replaces))];
  const staying = others.filter(
    (other) =>
      other.id !== document.id &&
      !replaced.includes(other.id) &&
      document.area !== null &&
      isBaseDocument(other, document.area),
  );
  const open = new Set([document, ...staying].flatMap(routesOf));
  return replaced.flatMap((id) => {
    const known = others.find((other) => other.id === id);
    const names = known === undefined ? [] : [...new Set(routesOf(known))].filter((name) => !open.has(name));
    return names.length === 0 ? [] : [{ document: id, names }];
  });
}
