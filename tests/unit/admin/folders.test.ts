import path from 'node:path';
import { expect, it } from 'vitest';

import { crowdedFolders, folderCircles } from '../../support/folder-circles';

const SCREEN = path.resolve(import.meta.dirname, '../../../admin/src');

it('imports in one direction: no folder of the admin’s screen is part of a circle', () => {
  expect(folderCircles(SCREEN)).toEqual([]);
});

it('keeps at most 15 files at one level of a folder', () => {
  expect(crowdedFolders(SCREEN, 15)).toEqual([]);
});
