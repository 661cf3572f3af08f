import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Docstrings of the fields of schemas. A field is named by its schema's constant and the path within it: `messageSchema.sentAt`.
 */
export interface Comments {
  readonly words: ReadonlyMap<string, string>;
  /** Constants whose fields a place takes over: those spread into it, and those that it equals. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
}

interface Reading {
  readonly words: Map<string, string>;
  readonly bases: Map<string, string[]>;
}

/** Reads the docstrings of all schemas: JSON schemas carry shapes, and the source carries the meaning. */
export function readComments(folder: string): Comments {
  const reading: Reading = { words: new Map(), bases: new Map() };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { initializer, name: variable } of statement.declarationList.declarations)
        if (initializer !== undefined) collect(initializer, variable.getText(), reading);
    }
  }
  return reading;
}

function collect(node: ts.Node, trail: string, into: Reading): void {
  if (ts.isPropertyAssignment(node)) {
    const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
    const here = `${trail}.${name}`;
    const words = docstringOf(node);
    if (words !== '') into.words.set(here, words);
    const constant = constantOf(node.initializer);
    if (constant === null) collect(node.initializer, here, into);
    else addBase(here, constant, into);
    return;
  }
  if (ts.isSpreadAssignment(node)) {
    const constant = constantOf(node.expression);
    if (constant !== null) addBase(trail, constant, into);
    return;
  }
  ts.forEachChild(node, (child) => collect(child, trail, into));
}

/**
 * Returns the constant that a node comes from: `base`, `schema.shape`, `schema.nullable()` and `z.array(schema)` alike
 * name one; null for a node that names none.
 */
function constantOf(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return constantOf(node.expression);
  if (!ts.isCallExpression(node)) return null;
  const [only, ...others] = node.arguments;
  if (only === undefined) return constantOf(node.expression);
  return others.length === 0 && ts.isIdentifier(only) ? only.text : null;
}

function addBase(place: string, constant: string, { bases }: Reading): void {
  bases.set(place, [...(bases.get(place) ?? []), constant]);
}

function docstringOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => (typeof doc.comment === 'string' ? doc.comment : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the docstring of a field: at its own place, or at that of a constant which a place on its way takes over. */
export function commentOf(comments: Comments, schema: string, field: string): string {
  const path = `${schema}.${field}`;
  const own = comments.words.get(path);
  if (own !== undefined) return own;
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1))
    for (const base of comments.bases.get(path.slice(0, end)) ?? []) {
      const inherited = end < path.length ? commentOf(comments, base, path.slice(end + 1)) : '';
      if (inherited !== '') return inherited;
    }
  return '';
}
