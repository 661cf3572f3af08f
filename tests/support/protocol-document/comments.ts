import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What the sources say of a field: by the schema's constant and the path within it, such as `messageSchema.sentAt`. */
export type Comments = ReadonlyMap<string, string>;

/** Reads the docstrings of all schemas: JSON schemas carry shapes, and the meaning stands beside them in the source. */
export function readComments(folder: string): Comments {
  const comments = new Map<string, string>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { initializer, name: variable } of statement.declarationList.declarations)
        if (initializer !== undefined) collect(initializer, variable.getText(), comments);
    }
  }
  return comments;
}

function collect(node: ts.Node, trail: string, into: Map<string, string>): void {
  if (ts.isPropertyAssignment(node)) {
    const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
    const here = `${trail}.${name}`;
    const words = docstringOf(node);
    if (words !== '') into.set(here, words);
    collect(node.initializer, here, into);
    return;
  }
  if (ts.isSpreadAssignment(node)) {
    into.set(`${trail}...${spreadOf(node)}`, spreadOf(node));
    return;
  }
  ts.forEachChild(node, (child) => collect(child, trail, into));
}

/** `...base` and `...schema.shape` alike name the constant they come from. */
function spreadOf(node: ts.SpreadAssignment): string {
  return node.expression.getText().split('.')[0] ?? '';
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

/** The comment of a field of a schema, or of what the schema was spread from. */
export function commentOf(comments: Comments, schema: string, field: string): string {
  const own = comments.get(`${schema}.${field}`);
  if (own !== undefined) return own;
  for (const [key, base] of comments) {
    if (key.startsWith(`${schema}...`) && base !== schema) {
      const inherited = commentOf(comments, base, field);
      if (inherited !== '') return inherited;
    }
  }
  return '';
}
