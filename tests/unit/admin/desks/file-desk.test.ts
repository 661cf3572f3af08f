import { createIntl } from 'react-intl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openFileDesk, type FileDesk } from '../../../../admin/src/desks/file-desk';
import { boxOf } from '../../../../admin/src/files/picture-box';
import { messageLine } from '../../../../admin/src/files/message-line';
import { ptBR } from '../../../../admin/src/i18n/pt-BR';
import type { Translate } from '../../../../admin/src/i18n/useTexts';
import { INITIAL_STATE, type State } from '../../../../admin/src/model/state';
import { createStore, type Store } from '../../../../admin/src/model/store';
import { toTimeline } from '../../../../admin/src/model/selectors/timeline';
import { keepUnsent } from '../../../../admin/src/realtime/keep-unsent';
import type { UploadRules } from '../../../../plugins/attendance/protocol/attachments/attachments';
import type { Message } from '../../../../plugins/attendance/protocol/messages/messages';
import { attachment, fakeUploads, pdf } from '../../../support/fakes/fake-uploads';
import { fromVisitor, id, interaction, posted, SELF } from '../builders';

const carried = fakeUploads();
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
const RULES: UploadRules = { kinds: ['pdf'], maxBytes: 1_000 };
const held = (overrides: Partial<State> = {}): State => ({
  ...INITIAL_STATE,
  self: SELF,
  interactions: new Map([
    [id(1), interaction()],
    [id(2), interaction({ id: id(2) })],
  ]),
  ...overrides,
});

let rules: UploadRules | null;
let asked: string[];

beforeEach(() => {
  rules = RULES;
  asked = [];
  // The server's own answer to the one thing that is asked of it here.
  vi.stubGlobal('fetch', (url: string, { headers }: { headers: { authorization: string } }) => {
    asked.push(`${url} ${headers.authorization}`);
    const isStale = headers.authorization === 'Bearer stale';
    return Promise.resolve(isStale ? new Response('', { status: 401 }) : Response.json({ data: { rules } }));
  });
});
afterEach(() => vi.unstubAllGlobals());

async function openDesk(store: Store): Promise<FileDesk> {
  let token = 'stale';
  const desk = openFileDesk(store, {
    url: 'https://strapi.exemplo',
    token: () => token,
    refreshToken: () => Promise.resolve((token = 'fresh')),
  });
  await desk.refresh();
  return desk;
}

describe('files of an agent', () => {
  it('[C6] what may be attached is asked for, with a fresh token where the old one ran out', async () => {
    const desk = await openDesk(createStore(held()));
    expect(asked).toEqual([
      'https://strapi.exemplo/attendance/attachment-rules Bearer stale',
      'https://strapi.exemplo/attendance/attachment-rules Bearer fresh',
    ]);
    expect(desk.rules()).toEqual(RULES);
    let changes = 0;
    desk.subscribe(() => (changes += 1));
    await desk.refresh();
    expect(changes).toBe(0);
    rules = null;
    await desk.refresh();
    expect([desk.rules(), changes]).toEqual([null, 1]);
  });

  it('[Z67] each interaction has its own, which goes on while another is looked at', async () => {
    const store = createStore(held());
    const desk = await openDesk(store);
    desk.tray(id(1)).add([pdf('da-primeira.pdf')]);
    desk.tray(id(2)).add([pdf('da-segunda.pdf')]);
    await settled();
    expect(carried.map(({ name, url }) => [name, url.match(/\d+/)?.[0]])).toEqual([
      ['da-primeira.pdf', '1'],
      ['da-segunda.pdf', '2'],
    ]);
    expect(store.getState().attached.size).toBe(0);
    const first = attachment('da-primeira.pdf');
    carried[0]?.arrive(first);
    await settled();
    expect([...store.getState().attached]).toEqual([[1, [first]]]);
    expect(desk.tray(id(2)).view().entries[0]?.state.kind).toBe('sending');
  });

  it('[Z67] [C2] what has arrived comes back with the page, and what a refused message carried with it', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage;
    const before = createStore(held());
    keepUnsent(before, storage);
    const file = attachment('contrato.pdf');
    const stranger = attachment('de-outra.pdf');
    before.dispatch({ type: 'attached:changed', interactionId: id(1), attachments: [file] });
    before.dispatch({ type: 'attached:changed', interactionId: id(9), attachments: [stranger] });

    const store = createStore(held());
    const desk = await openDesk(store);
    const tray = desk.tray(id(1));
    keepUnsent(store, storage);
    const arrived = () => tray.view().entries.map(({ name, state }) => [name, state.kind]);
    expect(arrived()).toEqual([['contrato.pdf', 'ready']]);
    expect(store.getState().attached.has(id(9))).toBe(false);

    store.dispatch({
      type: 'message:composed',
      interactionId: id(1),
      clientMessageId: 'with-file',
      body: '',
      at: 5,
      attachments: [file],
    });
    tray.clear();
    expect([arrived(), store.getState().attached.size]).toEqual([[], 0]);
    expect(store.getState().outbox).toMatchObject([{ body: '', attachments: [file] }]);
    store.dispatch({ type: 'message:refused', clientMessageId: 'with-file', code: 'conflict' });
    expect(arrived()).toEqual([['contrato.pdf', 'ready']]);
    expect(store.getState()).toMatchObject({ outbox: [], notice: 'conflict' });
    expect(store.getState().drafts.has(id(1))).toBe(false);
  });

  it('[Z67] what belongs to an interaction that is gone stops', async () => {
    const store = createStore(held());
    const desk = await openDesk(store);
    desk.tray(id(1)).add([pdf('tarde.pdf')]);
    await settled();
    store.dispatch({ type: 'interaction:gone', interactionId: id(1) });
    expect(carried[0]?.isAborted()).toBe(true);
    await settled();
    expect(store.getState().attached.size).toBe(0);
  });
});

describe('messages with files', () => {
  const file = attachment('contrato.pdf');

  it('[C6] [C2] stand in the conversation from the moment they are sent, once', () => {
    const store = createStore(held());
    const message = { type: 'message:composed', interactionId: id(1), clientMessageId: 'm-1' } as const;
    store.dispatch({ ...message, body: '', at: 5, attachments: [file] });
    const shown = () => {
      const { outbox, transcripts } = store.getState();
      const items = toTimeline(transcripts.get(id(1))?.messages ?? [], outbox);
      return items.flatMap((item) => (item.kind === 'text' ? [item.attachments] : []));
    };
    expect(shown()).toEqual([[file]]);
    store.dispatch({ type: 'message:stored', clientMessageId: 'm-1', sequence: 1, sentAt: 6 });
    expect(shown()).toEqual([[file]]);
    expect(store.getState().outbox).toEqual([]);
  });

  it('[C6] are named in the list: without words by what they carry', () => {
    const store = createStore(held());
    store.dispatch(posted({ ...fromVisitor(1, ''), attachments: [file] } as Message));
    const preview = () => store.getState().interactions.get(id(1))?.lastPreview;
    expect(preview()).toMatchObject({ body: '', files: [{ kind: 'pdf', name: 'contrato.pdf' }] });
    store.dispatch(posted(fromVisitor(2, 'recebeu?')));
    expect(preview()).not.toHaveProperty('files');
  });

  it.each([
    ['olá', [{ kind: 'image', name: 'a.png' }], 'olá'],
    ['', [{ kind: 'image', name: 'a.png' }], 'Imagem'],
    ['', [{ kind: 'audio', name: 'a.mp3' }], 'Áudio'],
    ['', [{ kind: 'pdf', name: 'a.pdf' }], 'Arquivo: a.pdf'],
    ['', [{ kind: 'office', name: '{name}.docx' }], 'Arquivo: {name}.docx'],
    [
      '',
      [
        { kind: 'pdf', name: 'a.pdf' },
        { kind: 'image', name: 'b.png' },
      ],
      '2 arquivos',
    ],
    ['', undefined, ''],
  ] as const)('[C6] %j with %j is one line: %s', (body, files, line) => {
    const intl = createIntl({ locale: 'pt-BR', messages: ptBR });
    const say: Translate = (key, values) => intl.formatMessage({ id: key }, values);
    expect(messageLine({ body, files }, say)).toBe(line);
  });

  it.each([
    [
      { width: 2_800, height: 1_400 },
      { width: 280, height: 140 },
    ],
    [
      { width: 400, height: 2_200 },
      { width: 44, height: 220 },
    ],
    [
      { width: 20, height: 10 },
      { width: 44, height: 44 },
    ],
  ])('[Z59] a picture of %j has its room before it is there', (picture, box) => {
    expect(boxOf(picture)).toEqual(box);
  });
});
