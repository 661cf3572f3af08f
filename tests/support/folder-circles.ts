import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** An import of one file by another, both as paths below the root. */
interface Import {
  readonly from: string;
  readonly to: string;
}

/** Name under which a folder's own files count as a folder beside its subfolders. */
const OWN_FILES = '.';

/**
 * Returns the circles among the folders below a root, type-only and lazy imports included: for each one a text that names the
 * folders and an import for every arrow among them. Looked for at every level: among the subfolders of a folder and the files
 * that stand in it directly, so that neither siblings nor a folder and its parent import each other.
 */
export function folderCircles(root: string): readonly string[] {
  const imports = importsBelow(root);
  return foldersBelow(root).flatMap((folder) => circlesIn(folder, imports));
}

/**
 * Returns the folders below a root (`''` is the root itself) that hold more than so many sources, each with its number.
 */
export function crowdedFolders(root: string, most: number): readonly string[] {
  return foldersBelow(root).flatMap((folder) => {
    const files = readdirSync(path.join(root, folder), { withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name),
    );
    return files.length > most ? [`${folder || 'root'}: ${files.length} files`] : [];
  });
}

function circlesIn(folder: string, imports: readonly Import[]): readonly string[] {
  const arrows = new Map<string, Map<string, Import>>();
  for (const each of imports) {
    const from = childOf(folder, each.from);
    const to = childOf(folder, each.to);
    if (from === null || to === null || from === to) continue;
    const targets = arrows.get(from) ?? new Map<string, Import>();
    arrows.set(from, targets.has(to) ? targets : targets.set(to, each));
  }
  return componentsOf(arrows).map((members) => {
    const because = members.flatMap((from) =>
      [...(arrows.get(from) ?? [])].flatMap(([to, example]) =>
        members.includes(to) ? [`  ${from} > ${to}: ${example.from} imports ${example.to}`] : [],
      ),
    );
    return [`${folder || 'root'}: ${members.join(', ')}`, ...because].join('\n');
  });
}

/** Returns the entry of a folder that a file is or lies in; null for a file outside it. */
function childOf(folder: string, file: string): string | null {
  const below = path.posix.relative(folder, file);
  if (below.startsWith('..')) return null;
  const [child = '', ...deeper] = below.split('/');
  return deeper.length === 0 ? OWN_FILES : child;
}

/** Returns the strongly connected components of two members and more, by Tarjan's algorithm. */
function componentsOf(
  arrows: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): readonly (readonly string[])[] {
  const indices = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const components: string[][] = [];
  const lowestOf = (node: string): number => lowest.get(node) ?? Infinity;

  function visit(node: string): void {
    const index = indices.size;
    indices.set(node, index);
    lowest.set(node, index);
    stack.push(node);
    for (const next of arrows.get(node)?.keys() ?? []) {
      if (!indices.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowestOf(node), lowestOf(next)));
    }
    if (lowestOf(node) !== index) return;
    const members = stack.splice(stack.indexOf(node));
    if (members.length > 1) components.push(members.sort());
  }

  for (const node of arrows.keys()) if (!indices.has(node)) visit(node);
  return components;
}

function importsBelow(root: string): readonly Import[] {
  return filesBelow(root).flatMap((from) =>
    ts
      .preProcessFile(readFileSync(path.join(root, from), 'utf8'), true, true)
      .importedFiles.flatMap(({ fileName }) => {
        if (!fileName.startsWith('.')) return [];
        const target = path.posix.join(path.posix.dirname(from), fileName);
        const to = ['.ts', '.tsx', '/index.ts']
          .map((end) => target + end)
          .find((file) => existsSync(path.join(root, file)));
        return to === undefined || to.startsWith('..') ? [] : [{ from, to }];
      }),
  );
}

function filesBelow(root: string): readonly string[] {
  return foldersBelow(root).flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map(({ name }) => path.posix.join(folder, name)),
  );
}

/** Returns the root as `''`, and every folder below it. */
function foldersBelow(root: string, folder = ''): readonly string[] {
  return [
    folder,
    ...readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .flatMap(({ name }) => foldersBelow(root, path.posix.join(folder, name))),
  ];
}
