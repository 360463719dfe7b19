import type { PolicyDocument, RouteRule } from './document.ts';
import { isBaseDocument } from './select-rules.ts';

/** A document whose routes end, and those of them that nothing opens again, each name once. */
interface EndedRoutes {
  readonly document: string;
  readonly routes: readonly RouteRule[];
}

/** The routes a document opens, in the order of its clauses. */
export const routesOf = ({ clauses }: PolicyDocument): RouteRule[] =>
  clauses.flatMap(({ sets }) => sets.flatMap((rule) => (rule.rule === 'route' ? [rule] : [])));

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
  const open = new Set([document, ...staying].flatMap(routesOf).map(({ name }) => name));
  return replaced.flatMap((id) => {
    const known = others.find((other) => other.id === id);
    const first = new Map([...(known === undefined ? [] : routesOf(known))].reverse().map((rule) => [rule.name, rule]));
    const routes = [...first.values()].reverse().filter(({ name }) => !open.has(name));
    return routes.length === 0 ? [] : [{ document: id, routes }];
  });
}
