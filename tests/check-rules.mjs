// Every rule id in a test's title stands in SPEC.md; rules that no test cites are printed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '..');
const CITATION = /\[([A-Z]\d+)\]/g;

/** Returns the ids defined in SPEC.md, in its order. @param {string} text */
function definedIn(text) {
  const ids = [...text.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => String(id));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`SPEC.md defines twice: ${twice.join(', ')}`);
  return new Set(ids);
}

/**
 * Returns the ids in the texts of a test file, comments aside: titles are texts.
 * @param {string} file @returns {{ id: string, line: number }[]}
 */
function citedIn(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  /** @type {{ id: string, line: number }[]} */
  const cited = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      for (const [, id] of node.text.matchAll(CITATION)) cited.push({ id: String(id), line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return cited;
}

const defined = definedIn(readFileSync(path.join(root, 'SPEC.md'), 'utf8'));
const uncited = new Set(defined);
let unknown = 0;
const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  // A contract's titles stand in suites that one test file for each kind of storage runs.
  .filter((name) => /\.(test|spec)\.tsx?$/.test(name) || /^contract\/.*\.ts$/.test(name))
  .map((name) => path.join('tests', name))
  .sort();
for (const file of files) {
  for (const { id, line } of citedIn(file)) {
    uncited.delete(id);
    if (defined.has(id)) continue;
    unknown += 1;
    console.error(`${file}:${line}: [${id}] is no rule of SPEC.md`);
  }
}
console.log(
  `${defined.size - uncited.size} of ${defined.size} rules are cited by ${files.length} test files`,
);
if (uncited.size > 0) console.log(`not cited by any test: ${[...uncited].join(' ')}`);
process.exit(unknown === 0 && files.length > 0 ? 0 : 1);
