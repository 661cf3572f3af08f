import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { crowdedFolders, folderCircles } from '../../support/folder-circles';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const TREES = [
  'admin/src',
  'plugins/attendance/chat',
  'plugins/attendance/files',
  'plugins/attendance/media',
  'plugins/attendance/protocol',
  'plugins/attendance/server/src',
  'widget/app',
  'widget/sdk',
];

describe.each(TREES)('the folders of %s', (tree) => {
  it('import in one direction, as types too', () => {
    expect(folderCircles(path.join(ROOT, tree))).toEqual([]);
  });
});

it.each([...TREES, 'tests'])('at most 15 files stand at one level of %s', (tree) => {
  expect(crowdedFolders(path.join(ROOT, tree), 15)).toEqual([]);
});
