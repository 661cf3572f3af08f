import { describe, expect, it } from 'vitest';

import { formatBytes } from '../../../plugins/attendance/files/check-file';
import { createTray, readyOf, type Tray } from '../../../plugins/attendance/files/tray';
import { acceptOf, nameTypes } from '../../../plugins/attendance/protocol/shared/attachment-kinds';
import type { UploadRules } from '../../../plugins/attendance/protocol/attachments/attachments';
import { attachment, fakeUploads, pdf } from '../../support/fakes/fake-uploads';

const carried = fakeUploads();
/** Whatever is under way in this process has had its turn. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

interface Opened {
  readonly tray: Tray;
  readonly waits: number[];
  readonly asked: boolean[];
  rules: UploadRules;
}

function open(): Opened {
  const opened = {
    rules: { kinds: ['pdf', 'image'], maxBytes: 1_000 } as UploadRules,
    waits: [] as number[],
    asked: [] as boolean[],
  };
  const tray = createTray({
    rules: () => opened.rules,
    target: (isRetry) => {
      opened.asked.push(isRetry);
      return Promise.resolve({ url: '/upload', token: isRetry ? 'fresh' : 'stale' });
    },
    wait: (ms) => {
      opened.waits.push(ms);
      return Promise.resolve();
    },
  });
  return Object.assign(opened, { tray });
}

const states = ({ tray }: Opened) => tray.view().entries.map(({ state }) => state.kind);

describe('the tray of the next message', () => {
  it('[C6] sends two at once, tells how far they are, and holds the message until all have come', async () => {
    const opened = open();
    opened.tray.add([pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf')]);
    await settled();
    expect(carried.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
    carried[0]?.progress(1, 4);
    expect(opened.tray.view().entries[0]?.state).toEqual({ kind: 'sending', share: 0.25 });
    expect(readyOf(opened.tray.view())).toBeNull();
    const [a, b, c] = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => attachment(name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three');
    carried[0]?.arrive(a);
    await settled();
    expect(carried[2]?.name).toBe('c.pdf');
    carried[2]?.arrive(c);
    carried[1]?.arrive(b);
    await settled();
    // In the order in which they were chosen.
    expect(readyOf(opened.tray.view())).toEqual([a, b, c]);
  });

  it('[C6] [Z126] finding B11: the chooser offers what is taken and nothing else, and its words say so', () => {
    const offered = acceptOf(['image', 'text']).split(',');
    expect(offered).toEqual(expect.arrayContaining(['image/jpeg', '.jpg', '.png', '.csv']));
    for (const refused of ['image/*', '.heic', '.avif', '.pdf', 'image/heic'])
      expect(offered).not.toContain(refused);
    expect(nameTypes(['image', 'pdf'])).toBe('PNG, JPG, GIF, WEBP, PDF');
  });

  it('[C6] refuses before sending what the rules do not take, by the rules of now', async () => {
    const opened = open();
    const large = new File([new Uint8Array(1_001)], 'g.pdf', { type: 'application/pdf' });
    opened.tray.add([
      new File([], 'vazio.pdf', { type: 'application/pdf' }),
      large,
      new File(['<svg/>'], 'x.svg', { type: 'image/svg+xml' }),
      new File(['MZ'], 'x.exe', { type: 'application/x-msdownload' }),
    ]);
    await settled();
    expect(opened.tray.view().entries.map(({ state }) => state)).toEqual(
      ['empty', 'size', 'type', 'type'].map((failure) => ({ kind: 'failed', failure, canRetry: false })),
    );
    expect(carried).toEqual([]);
    opened.tray.clear();
    opened.rules = { kinds: ['pdf'], maxBytes: 2_000 };
    opened.tray.add([large]);
    await settled();
    expect(states(opened)).toEqual(['sending']);
  });

  it('[C6] says what the server found wrong, and tries by itself what may pass', async () => {
    const opened = open();
    opened.tray.add([pdf('falso.pdf')]);
    await settled();
    carried[0]?.refuse(400, 'type');
    await settled();
    expect(opened.tray.view().entries[0]?.state).toEqual({
      kind: 'failed',
      failure: 'type',
      canRetry: false,
    });
    opened.tray.clear();
    opened.tray.add([pdf('a.pdf')]);
    for (const at of [1, 2, 3, 4, 5]) {
      await settled();
      carried[at]?.fail();
    }
    await settled();
    expect(opened.waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    const [entry] = opened.tray.view().entries;
    expect(entry?.state).toEqual({ kind: 'failed', failure: 'network', canRetry: true });
    // By hand, once more.
    opened.tray.retry(entry?.key ?? 0);
    await settled();
    carried[6]?.arrive(attachment('a.pdf'));
    await settled();
    expect(states(opened)).toEqual(['ready']);
  });

  it('[Z57] a token that has run out is renewed, and costs no wait', async () => {
    const opened = open();
    opened.tray.add([pdf('a.pdf')]);
    await settled();
    carried[0]?.refuse(401);
    await settled();
    expect(opened).toMatchObject({ asked: [false, true], waits: [] });
    expect(carried[1]?.token).toBe('Bearer fresh');
  });

  it('[C6] what is taken out is cancelled, and its place goes to the next', async () => {
    const opened = open();
    opened.tray.add(['a', 'b', 'c'].map((name) => pdf(`${name}.pdf`)));
    await settled();
    opened.tray.remove(opened.tray.view().entries[0]?.key ?? 0);
    await settled();
    expect(carried[0]?.isAborted()).toBe(true);
    expect(carried.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    expect(opened.tray.view().entries.map(({ name }) => name)).toEqual(['b.pdf', 'c.pdf']);
    opened.tray.clear();
    expect(carried.every(({ isAborted }) => isAborted())).toBe(true);
  });

  it('[C6] takes five, and says that there were more', () => {
    const opened = open();
    opened.tray.add(Array.from({ length: 7 }, (_, index) => pdf(`${index}.pdf`)));
    expect(opened.tray.view()).toMatchObject({ isOverfull: true, entries: { length: 5 } });
    opened.tray.remove(opened.tray.view().entries[4]?.key ?? 0);
    expect(opened.tray.view()).toMatchObject({ isOverfull: false, entries: { length: 4 } });
  });

  it.each([
    [999, '999 B'],
    [1_400, '1 kB'],
    [1_468_006, '1,4 MB'],
    [10_485_760, '10 MB'],
  ])('words %i bytes', (bytes, words) => {
    expect(formatBytes(bytes, 'pt-BR')).toBe(words);
  });
});
