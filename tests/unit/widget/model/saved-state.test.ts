import { describe, expect, it } from 'vitest';

import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { pageSchema } from '../../../../plugins/attendance/protocol/wire/visitor-events';
import { toPage } from '../../../../widget/app/model/page';
import { reduce } from '../../../../widget/app/model/reduce';
import { fromSaved, toSaved } from '../../../../widget/app/model/saved-state';
import { chatting, ended, NEW_PANEL, unsent } from '../builders';

describe('what outlives the page', () => {
  it('[W5] is nothing before the visitor starts, whatever they do in the panel', () => {
    let state = reduce(NEW_PANEL, {
      type: 'panel:changed',
      isOpen: true,
      hasFocus: true,
      isFullScreen: false,
    });
    state = reduce(state, { type: 'draft:changed', draft: 'typed' });
    state = reduce(state, { type: 'sound:switched' });
    expect(toSaved(state, false)).toBeUndefined();
    state = reduce(state, { type: 'interaction:requested', startKey: 'k'.repeat(32) });
    expect(toSaved(state, false)).toMatchObject({
      token: null,
      startKey: 'k'.repeat(32),
      interactionId: null,
    });
  });

  it('[P2] is the token, the interaction, the text and what was not sent', () => {
    const state = chatting({
      draft: 'half',
      outbox: [{ ...unsent('a', 'whole'), hasFailed: true }],
      isOpen: true,
    });
    const saved = toSaved(state, false);
    expect(saved).toEqual({
      token: 'token-one',
      startKey: null,
      interactionId: 1,
      isOpen: true,
      isMuted: false,
      draft: 'half',
      outbox: [{ interactionId: 1, clientMessageId: 'a', body: 'whole' }],
      attached: [],
    });
    expect(fromSaved(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  it('[P2] keeps the interaction of the last page until the server has told', () => {
    const restored = { ...NEW_PANEL, token: 't', resumedId: 4 };
    expect(toSaved(restored, true)?.interactionId).toBe(4);
    expect(toSaved({ ...restored, connection: 'refused' }, true)?.interactionId).toBe(4);
    expect(toSaved({ ...restored, hasSnapshot: true }, true)?.interactionId).toBeNull();
    expect(toSaved(chatting({ interaction: ended() }), true)?.interactionId).toBeNull();
  });

  it('[W5] is written empty when the server has forgotten the visitor', () => {
    expect(toSaved({ ...NEW_PANEL, hasSnapshot: true }, true)).toMatchObject({
      token: null,
      startKey: null,
    });
  });

  it.each([null, undefined, 7, 'text', []])('[W2] reads nothing from %j', (data) => {
    const saved = fromSaved(data);
    expect(saved?.token ?? null).toBeNull();
    expect(saved?.outbox ?? []).toEqual([]);
  });

  it('[W2] leaves out what another script, or an older widget, has written in another shape', () => {
    const outbox = [unsent('a'), { clientMessageId: 'b' }, null, 'x'];
    expect(fromSaved({ token: 7, interactionId: '1', isOpen: 'yes', draft: {}, outbox })).toEqual({
      token: null,
      startKey: null,
      interactionId: null,
      isOpen: false,
      isMuted: false,
      attached: [],
      draft: '',
      outbox: [unsent('a')],
    });
  });
});

it('[A5] brings any page within the protocol’s bounds', () => {
  const page = toPage({
    url: `https://shop.example/?${'q'.repeat(5_000)}`,
    title: '😊'.repeat(500),
    referrer: 'android-app://com.example',
  });
  expect(pageSchema.safeParse(page).success).toBe(true);
  expect(page.url).toHaveLength(LIMITS.urlLength);
  expect([...page.title]).toHaveLength(LIMITS.titleCodePoints);
  expect(page.referrer).toBe('');
});
