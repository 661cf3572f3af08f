import { describe, expect, it } from 'vitest';

import { pathOf, safeHref, shortAddress } from '../../../../admin/src/ui/format/address';
import { avatarColour } from '../../../../admin/src/ui/styles/avatar-colour';
import { INDICATOR_COLOURS } from '../../../../admin/src/ui/styles/indicator-colours';
import type { Mode } from '../../../../admin/src/ui/styles/indicator-colours';
import { languageName } from '../../../../admin/src/ui/format/language-name';
import { formatAge, formatDay, formatStart } from '../../../../admin/src/ui/format/time';
import { replyAddress } from '../../../../admin/src/model/reply-address';
import type { Indicator } from '../../../../plugins/attendance/protocol/rules/indicator';
import { contrast } from '../../../../widget/colour/accent';
import { id } from '../builders';

const TEXT: Readonly<Record<Mode, string>> = { light: '#32324d', dark: '#ffffff' };
const SHADES = (['light', 'dark'] as const).flatMap((mode) =>
  Object.entries(INDICATOR_COLOURS[mode]).map(
    ([indicator, colours]) => [mode, indicator as Indicator, colours] as const,
  ),
);

describe('indicators', () => {
  it.each(SHADES)('[S6] %s: the icon of %s is 3:1 or better on what is behind it', (_, __, colours) => {
    expect(contrast(colours.glyph, colours.disc ?? colours.tile)).toBeGreaterThanOrEqual(3);
  });

  it.each(SHADES.filter(([, , { disc }]) => disc !== undefined))(
    '[S6] %s: the disc of %s stands out on its tile',
    (_, __, { disc = '', tile }) => {
      expect(contrast(disc, tile)).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(SHADES.filter(([, , { tint }]) => tint !== undefined))(
    '[S6] %s: text on the tinted row of %s is 4.5:1 or better',
    (mode, _, { tint = '' }) => {
      expect(contrast(TEXT[mode], tint)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('[S6] writes initials in 4.5:1 or better', () => {
    for (let visitor = 0; visitor < 8; visitor += 1)
      expect(contrast('#ffffff', avatarColour(visitor))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('times', () => {
  it.each([
    [59_000, '0:59'],
    [600_000, '10 min'],
    [3_599_000, '59 min'],
    [7_200_000, '2 h'],
  ])('%i ms ago reads %s', (ageMs, text) => {
    expect(formatAge(ageMs)).toBe(text);
  });

  const now = new Date(2026, 10, 3, 0, 30).getTime();
  const words = { today: 'Hoje', yesterday: 'Ontem' };

  it('names days by the calendar, not by 24 hours', () => {
    expect(formatDay(now - 10 * 60_000, 'pt-BR', words, now)).toBe('Hoje');
    expect(formatDay(now - 40 * 60_000, 'pt-BR', words, now)).toBe('Ontem');
    expect(formatDay(now - 25 * 3_600_000, 'pt-BR', words, now)).toBe('1 de novembro de 2026');
  });

  it('[A5] gives the date of a start that was on another day', () => {
    expect(formatStart(now, 'pt-BR', now)).toBe('00:30:00');
    expect(formatStart(now - 3_600_000, 'pt-BR', now)).toContain('02/11/2026');
  });
});

describe('what was captured', () => {
  it('[A5] shortens an address to host and path', () => {
    expect(shortAddress('https://loja.exemplo/a/b/?utm=1#x')).toBe('loja.exemplo/a/b');
    expect(pathOf('https://loja.exemplo/a?b=1')).toBe('/a');
    expect(shortAddress('not an address')).toBe('not an address');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nothing'])(
    '[A5] does not follow %s',
    (address) => {
      expect(safeHref(address)).toBeUndefined();
    },
  );

  it('names a language in the language of the panel', () => {
    expect(languageName('pt-BR', 'en')).toBe('Brazilian Portuguese');
    expect(languageName('???', 'en')).toBe('???');
  });
});

describe('answering by e-mail', () => {
  const message = {
    id: id(1),
    siteId: id(1),
    siteName: 'Loja',
    status: 'taken' as const,
    name: 'Bia',
    email: 'bia@exemplo.com?bcc=x@y.z',
    body: 'linha 1\n&cc=a@b.c',
    originUrl: '',
    leftAt: 0,
    takenBy: null,
  };

  it('[R13] encodes all that a visitor typed: no further addressee, no further header', () => {
    const url = new URL(replyAddress(message, 'Sua mensagem'));
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('body')).toBe('Bia,\r\n\r\n\r\n> linha 1\r\n> &cc=a@b.c');
    expect(decodeURIComponent(url.pathname)).toBe(message.email);
  });
});
