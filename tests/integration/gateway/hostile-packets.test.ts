import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Manager } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';
import {
  closed,
  codeOf,
  connectVisitor,
  dataOf,
  nextFact,
  PAGE,
  sendRaw,
  SHOP,
  SITE_KEY,
  type VisitorClient,
} from '../../support/wire/clients';
import { rawHttp, upgradeRequest } from '../../support/wire/raw-http';
import { sendText, writeFrame } from '../../support/wire/raw-packets';
import { expectChatWorks, post, startScene, type Conversation, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

/** A hostile visitor with an interaction of their own beside a neighbour's chat, which must go on afterwards. */
function hostile(title: string, act: (mallory: Mallory, neighbour: Conversation) => Promise<void>): void {
  it(title, async () => {
    const neighbour = await scene.conversation();
    const client = await scene.visitor();
    const { interaction } = await scene.request(client);
    await act({ ...client, interactionId: interaction.id }, neighbour);
    await expectChatWorks(neighbour);
  });
}

interface Mallory extends VisitorClient {
  readonly interactionId: Conversation['interactionId'];
}

const bodiesOf = async ({ interactionId, socket }: Mallory): Promise<string[]> => {
  const { messages } = dataOf(await socket.emitWithAck('message:list', { interactionId }));
  return messages.flatMap((message) => (message.side === 'visitor' ? [message.body] : []));
};

describe('events', () => {
  hostile('[Z5] unknown ones are answered, and the twentieth closes', async ({ socket }) => {
    for (let count = 1; count < 20; count += 1)
      expect(codeOf(await sendRaw(socket, `unknown:${count}`))).toBe('bad_request');
    const gone = closed(socket);
    sendRaw(socket, 'unknown:20').catch(() => undefined);
    await gone;
  });

  hostile('[Z12] names of Object’s own are unknown ones', async ({ socket }) => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(codeOf(await sendRaw(socket, name, {}))).toBe('bad_request');
  });

  hostile('[Z12] commands of the other side are unknown ones', async ({ interactionId, socket }) => {
    expect(codeOf(await sendRaw(socket, 'presence:set', { presence: 'online' }))).toBe('bad_request');
    expect(codeOf(await sendRaw(socket, 'visitor:update', { interactionId, name: 'x' }))).toBe('bad_request');
  });

  const frames: [string, string][] = [
    ['a reserved name', '2/visitor,["disconnect","x"]'],
    ['another reserved name', '2/visitor,["connect_error",{}]'],
    ['a name that is an object', '2/visitor,[{"a":1},{}]'],
    ['a name that is null', '2/visitor,[null,{}]'],
    ['a name that is a number', '2/visitor,[7,{}]'],
    ['no name', '2/visitor,[]'],
    ['no list', '2/visitor,{"a":1}'],
    ['no JSON', '2/visitor,["message:post",{'],
    ['a type that is none', '9/visitor,["message:post"]'],
    [
      'a promise of attachments that never come',
      '52-/visitor,["message:post",{"_placeholder":true,"num":0}]',
    ],
    ['a placeholder out of range', '2/visitor,["message:post",{"_placeholder":true,"num":99}]'],
    ['an answer to nothing', '3/visitor,12345[{"ok":true}]'],
    ['a namespace that is none', '2/__proto__,["message:post",{}]'],
    ['a second connection to its namespace', '0/visitor,{"protocol":1}'],
  ];
  for (const [name, frame] of frames) {
    hostile(`[Z12] ${name} harms nobody`, async ({ socket }) => {
      writeFrame(socket, frame);
      // Either it is ignored and the next command is answered, or the connection is closed.
      await Promise.race([closed(socket), sendRaw(socket, 'message:list', {})]);
    });
  }
});

describe('acknowledgements', () => {
  hostile('[Z12] may be absent, or no functions', async (mallory) => {
    const { interactionId, socket } = mallory;
    const [first, second] = [post(interactionId, 'sem resposta'), post(interactionId, 'com um texto')];
    writeFrame(socket, `2/visitor,${JSON.stringify(['message:post', first])}`);
    writeFrame(socket, `2/visitor,${JSON.stringify(['message:post', second, 'no function'])}`);
    dataOf(await socket.emitWithAck('message:post', post(interactionId, 'com resposta')));
    expect(await bodiesOf(mallory)).toEqual(['sem resposta', 'com um texto', 'com resposta']);
  });
});

describe('payloads', () => {
  hostile('[Z12] a frame over 64 kB closes', async ({ socket }) => {
    const gone = closed(socket);
    writeFrame(socket, `2/visitor,["message:post","${'x'.repeat(LIMITS.socketFrameBytes)}"]`);
    await gone;
  });

  hostile('[C1] [Z12] 4,001 code points are too large, and 4,000 emoji are not', async (mallory) => {
    const { interactionId, socket } = mallory;
    const tooLong = post(interactionId, `${'😀'.repeat(LIMITS.messageCodePoints)}x`);
    expect(codeOf(await socket.emitWithAck('message:post', tooLong))).toBe('too_large');
    const emoji = '😀'.repeat(LIMITS.messageCodePoints);
    dataOf(await socket.emitWithAck('message:post', post(interactionId, emoji)));
    expect(await bodiesOf(mallory)).toEqual([emoji]);
  });

  hostile('[Z12] JSON 10,000 deep is refused', async ({ socket }) => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expect(codeOf(await sendText(socket, `["message:post",${deep}]`))).toBe('bad_request');
    expect(codeOf(await sendText(socket, `["message:post",{"interactionId":1,"body":${deep}}]`))).toBe(
      'bad_request',
    );
  });

  hostile('[Z12] keys of prototypes change nothing', async ({ interactionId, socket }) => {
    const inner = JSON.stringify(post(interactionId, 'veneno'));
    for (const json of [
      `{"__proto__":${inner}}`,
      `{"constructor":{"prototype":${inner}}}`,
      `{"__proto__":{"isAdmin":true},"interactionId":"x"}`,
    ])
      expect(codeOf(await sendText(socket, `["message:post",${json}]`))).toBe('bad_request');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(await scene.knex('attendance_messages').where('body', 'veneno')).toEqual([]);
  });

  hostile('[Z12] thousands of keys are looked past', async ({ interactionId, socket }) => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 0]));
    dataOf(await sendRaw(socket, 'message:list', { ...many, interactionId }));
  });

  hostile('[Z12] numbers that are none are refused', async ({ socket }) => {
    const beyond = await sendText(socket, '["message:list",{"interactionId":9007199254740993}]');
    expect(codeOf(beyond)).toBe('too_large');
    for (const number of ['1e999', '-1e999', '1.5', '-1', '0', '"1"', 'null', 'true', '[1]', '{}'])
      expect(codeOf(await sendText(socket, `["message:list",{"interactionId":${number}}]`))).toBe(
        'bad_request',
      );
  });

  hostile('[Z12] anything else in place of a payload is refused', async ({ socket }) => {
    for (const payload of [undefined, null, 0, 'text', [], [[]], true])
      expect(codeOf(await sendRaw(socket, 'message:post', payload))).toBe('bad_request');
  });
});

describe('texts', () => {
  hostile('[Z2] NUL and lone surrogates are the same for everybody', async (mallory, { ana }) => {
    const { interactionId, socket } = mallory;
    const told = nextFact(ana.socket, 'message:posted', ({ message }) => message.side === 'visitor');
    const text = JSON.stringify(post(interactionId, 'BODY')).replace('BODY', 'a\\u0000b\\ud800c\\r\\nd');
    dataOf(await sendText(socket, `["message:post",${text}]`));
    expect(await bodiesOf(mallory)).toEqual(['ab\ufffdc\nd']);
    expect(await told).toMatchObject({ message: { body: 'ab\ufffdc\nd' } });
  });

  hostile('[C1] [Z2] what nobody can see is refused', async ({ interactionId, socket }) => {
    for (const body of ['', ' ', '\n\t', '\u200b\u200d', '\u2060\ufeff', '\u0000', '\u3164', '\u2800'])
      expect(codeOf(await socket.emitWithAck('message:post', post(interactionId, body)))).toBe('bad_request');
  });

  hostile('[C7] markup, templates and SQL arrive as they were typed', async (mallory) => {
    const { interactionId, socket } = mallory;
    const typed = [
      '<img src=x onerror=alert(1)>',
      '{{visitor.name}} ${7*7}',
      "'; DROP TABLE attendance_messages;--",
      '%_\\',
    ];
    for (const body of typed) dataOf(await socket.emitWithAck('message:post', post(interactionId, body)));
    expect(await bodiesOf(mallory)).toEqual(typed);
  });

  hostile('[Z12] an address of a page must be http or https', async ({ socket }) => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//evil.example',
      'x',
    ])
      expect(codeOf(await sendRaw(socket, 'page:report', { page: { url, title: '', referrer: '' } }))).toBe(
        'bad_request',
      );
  });
});

describe('floods', () => {
  hostile(
    '[Z6] a burst is refused with how long to wait, and after that it is served',
    async ({ interactionId, socket }, neighbour) => {
      const burst = Array.from({ length: 60 }, (_, index) => post(interactionId, `rajada ${index}`));
      const answers = await Promise.all(burst.map((message) => socket.emitWithAck('message:post', message)));
      const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
      expect(answers.length - refused.length).toBeGreaterThanOrEqual(20);
      expect(refused.length).toBeGreaterThan(20);
      for (const error of refused) expect(error).toMatchObject({ code: 'rate_limited' });
      // Nobody else pays for it.
      await expectChatWorks(neighbour);
      const waitMs = Math.max(...refused.map(({ retryAfterMs = 0 }) => retryAfterMs));
      expect(waitMs).toBeLessThanOrEqual(1_000);
      await new Promise((resume) => setTimeout(resume, waitMs));
      dataOf(await socket.emitWithAck('message:post', post(interactionId, 'agora sim')));
    },
  );

  hostile('[Z6] 500 events at once are all answered', async ({ interactionId, socket }, neighbour) => {
    const typing = Array.from({ length: 500 }, (_, index) => ({ interactionId, isTyping: index % 2 === 0 }));
    const answers = Promise.all(typing.map((signal) => socket.emitWithAck('typing:set', signal)));
    await expectChatWorks(neighbour);
    const codes = new Set((await answers).map((answer) => (answer.ok ? 'ok' : answer.error.code)));
    expect([...codes].sort()).toEqual(['ok', 'rate_limited']);
    expect(socket.connected).toBe(true);
  });

  hostile('[Z6] many connections of one visitor are all closed with them', async (_, { token }) => {
    const tabs = await Promise.all(
      Array.from({ length: 100 }, () => connectVisitor(scene.server.url, { token })),
    );
    for (const { snapshot } of tabs) expect(snapshot.isRecognised).toBe(true);
    for (const { socket } of tabs) socket.disconnect();
  });
});

describe('a connection without a namespace', () => {
  hostile('[Z5] is closed after 10 s', async () => {
    const manager = new Manager(scene.server.url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { origin: SHOP },
    });
    const openedAt = Date.now();
    await new Promise<void>((resolve) => manager.once('close', () => resolve()));
    const openMs = Date.now() - openedAt;
    expect(openMs).toBeGreaterThan(8_000);
    expect(openMs).toBeLessThan(15_000);
  });
});

describe('an upgrade to a WebSocket', () => {
  hostile(
    '[Z102] finding A2: that nobody serves is answered as the request that it is, and ends',
    async () => {
      const asked = await Promise.all(
        Array.from({ length: 200 }, () => rawHttp(scene.server.url, upgradeRequest('/x'))),
      );
      const posted = await rawHttp(scene.server.url, upgradeRequest('/admin/login', 'POST'));
      await Promise.all([...asked, posted].map(({ closed: gone }) => gone));
      for (const { heard } of asked) expect(heard()).toMatch(/^HTTP\/1\.1 404 /);
      expect(posted.heard()).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  hostile('[Z102] finding A2: to Strapi’s data transfer is served by it', async () => {
    // It is a route of Strapi's like any other, and refuses whoever has no token.
    const { closed: gone, heard } = await rawHttp(
      scene.server.url,
      upgradeRequest('/admin/transfer/runner/push'),
    );
    await gone;
    expect(heard()).toMatch(/^HTTP\/1\.1 401 /);
  });

  hostile('[Z102] finding A2: that another plugin takes in its own time is left to it', async () => {
    const { httpServer } = scene.server.strapi.server;
    const take = (request: IncomingMessage, socket: Duplex): void => {
      if (request.url === '/theirs')
        setImmediate(() => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
      if (request.url === '/read') socket.on('data', (chunk: Buffer) => socket.write(chunk));
    };
    httpServer.on('upgrade', take);
    try {
      const open = (path: string) => rawHttp(scene.server.url, upgradeRequest(path));
      const asked = [await open('/theirs'), await open('/read'), await open('/nobodys')] as const;
      await asked[2].closed;
      expect(asked.map(({ heard }) => heard().slice(0, 12))).toEqual(['HTTP/1.1 101', '', 'HTTP/1.1 404']);
      expect(asked.map(({ socket }) => socket.closed)).toEqual([false, false, true]);
      const echo = once(asked[1].socket, 'data');
      asked[1].socket.write('eco');
      expect(await echo).toEqual(['eco']);
      for (const { socket } of asked) socket.destroy();
    } finally {
      httpServer.off('upgrade', take);
    }
  });
});

describe('where addresses are limited', () => {
  beforeAll(async () => {
    await scene.stop();
    process.env['TRUSTED_PROXIES'] = 'loopback';
    scene = await startScene({ addressLimitFactor: 0.02 });
  });
  afterAll(() => {
    delete process.env['TRUSTED_PROXIES'];
  });

  const config = async (address: string): Promise<number> => {
    const headers = { 'x-forwarded-for': address };
    return (await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`, { headers })).status;
  };
  const statusesOf = async (addressOf: (count: number) => string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let count = 1; count <= 30; count += 1) statuses.push(await config(addressOf(count)));
    return statuses;
  };

  it('[Z100] [Z6] finding A10: HTTP counts by the address that the proxy names, and not by the proxy’s', async () => {
    expect(new Set(await statusesOf((count) => `203.0.113.${count}`))).toEqual(new Set([200]));
    // What whoever asks writes before it is nobody's address.
    expect(await statusesOf((count) => `192.0.2.${count}, 198.51.100.7`)).toContain(429);
    expect(await config('::ffff:198.51.100.7')).toBe(429);
  });

  it('[Z100] [Z6] finding A11: of IPv6 a /64 counts as one address', async () => {
    expect(await statusesOf((count) => `2001:db8:1:2::${count}`)).toContain(429);
    expect(await config('2001:db8:1:3::1')).toBe(200);
  });

  it('[Z6] finding A9: no name in the query of a handshake passes the limit of connections', async () => {
    const statuses: number[] = [];
    for (const query of ['&xsid=1', '&sidx=1', '&x=sid=', '&sid='])
      for (let count = 0; count < 8; count += 1)
        statuses.push(
          (
            await fetch(`${scene.server.url}${SOCKET_PATH}/?EIO=4&transport=polling${query}`, {
              headers: { origin: SHOP, 'x-forwarded-for': '203.0.113.200' },
            })
          ).status,
        );
    expect(statuses.filter((status) => status === 200)).toHaveLength(6);
  });

  it('[A10] finding A11: a block with the address holds for the whole /64', async () => {
    const ana = await scene.online();
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const carla = await scene.visitor(from('2001:db8:9:9::1'));
    const { interaction } = await scene.request(carla);
    const blocked = await ana.socket.emitWithAck('visitor:block', {
      interactionId: interaction.id,
      reason: 'ofende a equipe',
      duration: 'hour',
      withAddress: true,
    });
    const { block } = dataOf(blocked);
    const ask = async (address: string) => {
      const { socket } = await scene.visitor(from(address));
      return socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE });
    };
    expect(codeOf(await ask('2001:DB8:9:9:ffff::2'))).toBe('forbidden');
    expect((await ask('2001:db8:9:8::1')).ok).toBe(true);
    dataOf(await ana.socket.emitWithAck('visitor:unblock', { blockId: block.id }));
  });

  it('[Z6] one that connects too often is refused, and told so', async () => {
    const neighbour = await scene.conversation();
    const refused: unknown[] = [];
    for (let count = 0; count < 10; count += 1)
      await scene.visitor().catch((fault: unknown) => refused.push(fault));
    expect(refused.length).toBeGreaterThan(0);
    // Requests of one address are counted as well: the fourth within a minute, whatever the connection may still do.
    const codes: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const request = { channel: 'chat' as const, page: PAGE };
      const answer = await neighbour.carla.socket.emitWithAck('interaction:request', request);
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual(['ok', 'ok', 'rate_limited']);
    await expectChatWorks(neighbour);
  });
});
