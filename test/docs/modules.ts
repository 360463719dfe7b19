import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What a module takes from another: the names, or `*` for whatever there is. */
export interface Taken {
  readonly from: string;
  readonly names: readonly string[] | '*';
}

/** A source file by what it takes from others of the package and what it hands out. */
export interface Module {
  readonly file: string;
  readonly takes: readonly Taken[];
  /** Names it exports, its own and those it hands on. */
  readonly exports: ReadonlySet<string>;
  /** Modules all of whose names it hands on. */
  readonly handsOn: readonly string[];
  /** Where a name comes from that it hands on by name. */
  readonly origins: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
}

/** Every TypeScript module under folders of the package, its imports read one by one: types, dynamic ones and all. */
export const modulesIn = (root: string, folders: readonly string[]): Map<string, Module> =>
  new Map(
    folders
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.posix.join(folder, file),
        ),
      )
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, moduleOf(root, file)]),
  );

function moduleOf(root: string, file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const takes: Taken[] = [];
  const exports = new Set<string>();
  const handsOn: string[] = [];
  const origins = new Map<string, { from: string; name: string }>();
  const take = (specifier: ts.Node, names: Taken['names']): string | null => {
    if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return null;
    const from = builtFrom(path.posix.join(path.posix.dirname(file), specifier.text));
    takes.push({ from, names });
    return from;
  };
  const handOn = (node: ts.ExportDeclaration): void => {
    const clause = node.exportClause;
    if (clause === undefined) {
      const from = take(node.moduleSpecifier!, []);
      if (from !== null) handsOn.push(from);
      return;
    }
    if (!ts.isNamedExports(clause)) return;
    const from = node.moduleSpecifier === undefined ? null : take(node.moduleSpecifier, []);
    for (const { name, propertyName } of clause.elements) {
      exports.add(name.text);
      if (from !== null) origins.set(name.text, { from, name: (propertyName ?? name).text });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, namesOf(node.importClause));
    else if (ts.isExportDeclaration(node)) handOn(node);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      take(node.argument.literal, node.qualifier === undefined ? '*' : [node.qualifier.getText()]);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(node.arguments[0], namesAwaited(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const statement of source.statements) for (const name of declared(statement)) exports.add(name);
  return { file, takes, exports, handsOn, origins };
}

/** The source of a file of dist/; other files are their own. */
const builtFrom = (file: string): string => file.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');

function namesOf(clause: ts.ImportClause | undefined): Taken['names'] {
  const bindings = clause?.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) return '*';
  const named = bindings?.elements.map(({ name, propertyName }) => (propertyName ?? name).text) ?? [];
  return clause?.name === undefined ? named : ['default', ...named];
}

/** Names read at once from a dynamic import, `(await import(..)).name` or `const { name } = await import(..)`. */
function namesAwaited(call: ts.CallExpression): Taken['names'] {
  let node: ts.Node = call;
  while (
    ts.isAwaitExpression(node.parent) ||
    ts.isParenthesizedExpression(node.parent) ||
    ts.isConditionalExpression(node.parent)
  )
    node = node.parent;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return [parent.name.text];
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
    return parent.name.elements.map(({ name, propertyName }) => (propertyName ?? name).getText());
  return '*';
}

/** Names a statement declares and exports. */
function declared(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default'];
  if (!ts.canHaveModifiers(statement)) return [];
  const kinds = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return [];
  if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((each) => (ts.isBindingElement(each) ? [each.name.getText()] : [])),
    );
  const { name } = statement as ts.DeclarationStatement;
  return name === undefined ? [] : [name.text];
}
