import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

import { FIELD_TYPES } from '../../../plugins/attendance/protocol/settings/form';
import { SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';
import { routes } from '../../../plugins/attendance/server/src/routes';

const read = (guide: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../../docs', guide), 'utf8');

/** The pieces of code of this language. */
const codeOf = (guide: string, language: string): string[] =>
  [...read(guide).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );

it('[Z137] finding D5: what the guide has for Docker is read by Docker, and asks where the server answers', () => {
  const [env] = codeOf('jitsi.md', 'sh').filter((code) => code.includes('RESERVATION'));
  const values = new Map(
    (env ?? '')
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  expect(values.get('PROSODY_RESERVATION_ENABLED')).toBe('true');
  const asked = `${new URL(values.get('PROSODY_RESERVATION_REST_BASE_URL') ?? '').pathname}/conference`;
  const served = routes['content-api'].routes.map(
    ({ method, path: route }) => `${method} /api/attendance${route}`,
  );
  expect(served).toContain(`POST ${asked}`);
  expect(served).toContain(`DELETE ${asked}/:id`);
  // Commas part Prosody's settings there: one in the header would cut it.
  expect(values.get('XMPP_CONFIGURATION')).toMatch(
    /^reservations_api_headers = \{ \["Authorization"\] = "Bearer [^",]+" \}$/,
  );
  expect([...values.keys()]).toHaveLength(3);
});

it('[Z137] finding D5: without Docker it is the same address and the same header', () => {
  const lua = codeOf('jitsi.md', 'lua').find((code) => code.includes('reservations_api_prefix')) ?? '';
  const [env = ''] = codeOf('jitsi.md', 'sh').filter((code) => code.includes('RESERVATION'));
  const base = /REST_BASE_URL=(\S+)/.exec(env)?.[1];
  const header = /(reservations_api_headers = .*)/.exec(env)?.[1];
  expect(base).toBeDefined();
  expect(lua).toContain(`reservations_api_prefix = "${base}"`);
  expect(lua).toContain(header);
});

it.each([
  ['the log beside the database', 'journal_mode = WAL'],
  ['what a commit waits for', 'synchronous = FULL'],
  ['how a backup is made', '.backup'],
  ['where a proxy must pass upgrades', `\`${SOCKET_PATH}/\``],
  ['which addresses are believed', 'TRUSTED_PROXIES'],
  ['who may read answers', "name: 'strapi::cors'"],
  ['what bodies are read', "name: 'strapi::body'"],
  ['how it is taken along', 'export-import.md'],
  ['how it is removed', 'removing.md'],
])('[G1] finding S14: the guide to one’s own Strapi says %s', (_, words) => {
  expect(read('installing.md')).toContain(words);
});

it('[F2] SPEC counts the types of a form’s field', () => {
  expect(read('../SPEC.md')).toContain(`has fields of ${FIELD_TYPES.length} types: `);
});
