import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Texts in code: literally, and with `*` for what is inserted at run time. */
export interface TextsInCode {
  readonly literals: ReadonlySet<string>;
  readonly templates: ReadonlySet<string>;
}

/** Returns the string literals and templates of every source file below a folder, but for those below `without`. */
export function textsInCode(folder: string, without: string): TextsInCode {
  const literals = new Set<string>();
  const templates = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    else if (ts.isTemplateExpression(node))
      templates.add(node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  for (const file of sourcesBelow(folder).filter((each) => !each.startsWith(`${without}${path.sep}`)))
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return { literals, templates };
}

/** Returns every TypeScript file below a folder. */
export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .flatMap((each) =>
      statSync(each).isDirectory() ? sourcesBelow(each) : /\.tsx?$/.test(each) ? [each] : [],
    );
}
