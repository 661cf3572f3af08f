import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

import { texts as call } from '../../../../widget/app/i18n/pt-BR/call';
import { texts as end } from '../../../../widget/app/i18n/pt-BR/end';
import { texts as files } from '../../../../widget/app/i18n/pt-BR/files';
import { texts as form } from '../../../../widget/app/i18n/pt-BR/form';
import { texts as panel } from '../../../../widget/app/i18n/pt-BR/panel';
import { sourcesBelow } from '../../../support/text-keys';

const APP = path.resolve(import.meta.dirname, '../../../../widget/app');
const CODE = sourcesBelow(APP)
  .filter((file) => !file.includes(`${path.sep}i18n${path.sep}`))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Whether code reads a property of this name, takes it out of an object, or chooses it among names. */
function isRead(name: string): boolean {
  return new RegExp(`(\\.|'|\\{[^}]*\\b)${name}\\b`).test(CODE);
}

it.each(Object.entries({ panel, call, end, files, form }))(
  'has no text in %s that nothing shows',
  (_, texts) => {
    expect(Object.keys(texts).filter((name) => !isRead(name))).toEqual([]);
  },
);

it('would find one', () => {
  expect(isRead('aTextThatNothingShows')).toBe(false);
});
