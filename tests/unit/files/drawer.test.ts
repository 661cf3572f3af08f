import { afterEach, expect, it } from 'vitest';

import { createDrawer, type Drawer } from '../../../plugins/attendance/server/src/adapters/drawing/drawer';

const PROCESS = new URL('../../support/fakes/fake-drawer.mjs', import.meta.url).pathname;

const faults: string[] = [];
let drawer: Drawer;

function open(options: { drawMs?: number; waitMs?: number; waitingMax?: number } = {}): void {
  drawer = createDrawer({
    processFile: PROCESS,
    onFault: (fault) => void faults.push(String(fault)),
    drawMs: 60_000,
    waitMs: 60_000,
    ...options,
  });
}

afterEach(() => {
  drawer.stop();
  faults.length = 0;
});

/** What is drawn of a word, by whom; notes the order in which they were. */
function draw(word: string, person: string, order: string[] = []): Promise<string | null> {
  return drawer.draw(Buffer.from(word), person).then((drawing) => {
    order.push(word);
    return drawing === null || drawing === 'broken' ? drawing : drawing.content.toString();
  });
}

it('[Z108] finding A5: one at a time, and whoever sends many waits for those who send one', async () => {
  open({ drawMs: 1_500 });
  const order: string[] = [];
  const drawn = [
    draw('stuck', 'many', order),
    draw('second', 'many', order),
    draw('third', 'many', order),
    draw('one', 'other', order),
  ];
  expect(await Promise.all(drawn)).toEqual([null, 'second', 'third', 'one']);
  expect(order).toEqual(['stuck', 'one', 'second', 'third']);
  expect(faults).toEqual(['Error: a picture took too long']);
});

it('[Z108] finding A5: a process that dies is replaced for the next picture', async () => {
  open();
  expect(await draw('die', 'a')).toBeNull();
  expect(faults).toHaveLength(1);
  expect(await draw('again', 'a')).toBe('again');
});

it('[Z108] finding A5: only so many wait, and none for ever', async () => {
  open({ waitingMax: 2, waitMs: 200 });
  const order: string[] = [];
  void draw('stuck', 'a', order);
  const waiting = [draw('b', 'b', order), draw('c', 'c', order)];
  expect(await draw('too many', 'd', order)).toBeNull();
  expect(order).toEqual(['too many']);
  expect(await Promise.all(waiting)).toEqual([null, null]);
});

it('[Z108] finding A5: whoever waits when the server ends is answered', async () => {
  open();
  const answers = [draw('stuck', 'a'), draw('b', 'b')];
  drawer.stop();
  expect(await Promise.all(answers)).toEqual([null, null]);
});
