import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import type { WidgetFile, WidgetFiles } from '../../application/settings/widget-files';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** Pattern of a name with a hash, as the widget's build names files that a page or another file refers to. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;
const FILE_NAME = /^[\w-]+(\.[\w-]+)*$/;

/** Opens the widget's files; null when the plugin was built without its widget. */
export function openWidgetFiles(folder: string): WidgetFiles | null {
  const manifest = path.join(folder, 'manifest.json');
  if (!existsSync(manifest)) return null;
  const { script, style } = JSON.parse(readFileSync(manifest, 'utf8')) as { script: string; style: string };
  const held = new Map<string, WidgetFile | null>();
  const read = (name: string): WidgetFile | null => {
    const known = held.get(name);
    if (known !== undefined) return known;
    const type = TYPES[path.extname(name)];
    const file = path.join(folder, name);
    if (type === undefined || !existsSync(file)) return null;
    const plain = readFileSync(file);
    const answer = { type, plain, gzip: gzipSync(plain, { level: 9 }), isHashed: HASHED.test(name) };
    held.set(name, answer);
    return answer;
  };
  return {
    script,
    style,
    loader: () => read('loader.js'),
    asset: (name) => (FILE_NAME.test(name) ? read(path.join('assets', name)) : null),
  };
}
