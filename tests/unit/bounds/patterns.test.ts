// What people write reaches many patterns, in browsers and in the server. One whose work grows with the square of a text stands still
// on a text of the allowed length, so none is let in, wherever it stands.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { analyse } from 'scslre';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = new URL('../../..', import.meta.url).pathname;
const FOLDERS = [
  'plugins/attendance/protocol',
  'plugins/attendance/files',
  'plugins/attendance/media',
  'plugins/attendance/server/src',
  'widget',
  'admin/src',
  'src',
  'config',
];
/** Made of our own names of languages. */
const MADE_AT_RUN_TIME = ['widget/bridge/choose-locale.ts'];

interface Found {
  /** Where it stands and how it is written. */
  readonly place: string;
  readonly pattern: { readonly source: string; readonly flags: string };
}

function patternsIn(file: string): { readonly literals: readonly Found[]; readonly isMaking: boolean } {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const literals: Found[] = [];
  let isMaking = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const pattern = { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
      literals.push({ place: `${file} ${node.text}`, pattern });
    }
    if (ts.isNewExpression(node) || ts.isCallExpression(node))
      isMaking ||= node.expression.getText(source) === 'RegExp';
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { literals, isMaking };
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);

it('[Z107] finding A6: the work of no pattern grows with the square of a text', () => {
  const literals = files.flatMap((file) => patternsIn(file).literals);
  expect(literals.length).toBeGreaterThan(100);
  expect(
    literals.filter(({ pattern }) => analyse(pattern).reports.length > 0).map(({ place }) => place),
  ).toEqual([]);
});

it('[Z107] [Z33] finding A6: no pattern is made of what somebody wrote', () => {
  expect(files.filter((file) => patternsIn(file).isMaking && !MADE_AT_RUN_TIME.includes(file))).toEqual([]);
});

it('[Z107] finding A6: the check knows a pattern that it is about', () => {
  expect(analyse({ source: '[.,]+$', flags: '' }).reports).not.toEqual([]);
});
