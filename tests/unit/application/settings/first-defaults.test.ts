import { expect, it } from 'vitest';

import { readFirstDefaults } from '../../../../plugins/attendance/server/src/adapters/settings/first-defaults';

const LONDON = { locale: 'en-GB', timeZone: 'Europe/London' };

it.each([
  ['an English server', {}, LONDON, { language: 'en', timeZone: 'Europe/London' }],
  [
    'a Mexican server',
    {},
    { locale: 'es-MX', timeZone: 'America/Mexico_City' },
    { language: 'es', timeZone: 'America/Mexico_City' },
  ],
  [
    'a Portuguese server',
    {},
    { locale: 'pt-PT', timeZone: 'Europe/Lisbon' },
    { language: 'pt-BR', timeZone: 'Europe/Lisbon' },
  ],
  [
    'a server whose language we do not speak',
    {},
    { locale: 'de-DE', timeZone: 'Europe/Berlin' },
    { language: 'en', timeZone: 'Europe/Berlin' },
  ],
  [
    'a configuration that says otherwise',
    { language: 'pt_BR', timeZone: 'America/Sao_Paulo' },
    LONDON,
    { language: 'pt-BR', timeZone: 'America/Sao_Paulo' },
  ],
  [
    'a server that knows neither',
    { language: '', timeZone: '' },
    { locale: '', timeZone: '' },
    { language: 'en', timeZone: 'UTC' },
  ],
])('[Z142] finding S9: %s', (_, config, server, expected) => {
  expect(readFirstDefaults(config, server)).toEqual(expected);
});
