import { describe, expect, it } from 'vitest';

import { readCommand } from '../../../plugins/attendance/server/src/domain/routing/receiving';

const OURS = ['plugin::attendance.mark', 'plugin::attendance.message'];
const read = (line: string) => readCommand(line.split(' '), OURS);

describe('[G3] [Z98] finding S3: what a command of Strapi’s is about to do', () => {
  it.each([
    'export -f backup',
    'start',
    'console',
    'transfer --to https://other.example/admin --to-token t',
    'ts:generate-types',
  ])('%s writes nothing here', (line) => {
    expect(read(line)).toBeNull();
  });

  it.each([
    ['import -f backup.tar', 'all', true],
    ['--silent import -f backup.tar', 'all', true],
    ['transfer --from https://other.example/admin --from-token t', 'all', true],
    ['transfer --from=https://other.example/admin', 'all', true],
    ['import -f backup.tar --exclude files', 'all', false],
    ['import -f backup.tar --exclude media-library', 'all', false],
    ['import -f backup.tar --only content', 'all', false],
    ['import -f backup.tar --only files', 'none', true],
    ['import -f backup.tar --only=config,files', 'none', true],
    ['import -f backup.tar --exclude content', 'none', true],
    ['import -f backup.tar --only-content-types api::article.article', 'none', true],
    [`import -f backup.tar --only-content-types ${OURS.join(',')}`, 'all', true],
    [`import -f backup.tar --only-content-types ${OURS[1]}`, 'some', true],
    [`import -f backup.tar --exclude-content-types=${OURS[1]}`, 'some', true],
    [`import -f backup.tar --exclude-content-types ${OURS.join(', ').replace(' ', '')}`, 'none', true],
  ])('%s replaces %s of the content types', (line, contentTypes, files) => {
    expect(read(line)).toEqual({ contentTypes, files });
  });
});
