import path from 'node:path';
import { expect, it } from 'vitest';

import { agentCommands } from '../../../plugins/attendance/protocol/wire/agent-events';
import { visitorCommands } from '../../../plugins/attendance/protocol/wire/visitor-events';
import { textsInCode } from '../../support/text-keys';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const literalsOf = (folder: string): ReadonlySet<string> =>
  textsInCode(path.join(ROOT, folder), path.join(ROOT, folder, 'i18n')).literals;
const shared = ['chat', 'media', 'files'].flatMap((folder) => [
  ...literalsOf(`plugins/attendance/${folder}`),
]);

it.each([
  ['agent', agentCommands, 'admin/src'],
  ['visitor', visitorCommands, 'widget/app'],
])('[Z14] every command of the %s is sent by their screen', (_, commands, screen) => {
  const named = new Set([...literalsOf(screen), ...shared]);
  expect(Object.keys(commands).filter((name) => !named.has(name))).toEqual([]);
});
