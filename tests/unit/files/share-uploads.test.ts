import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createUploadGate } from '../../../plugins/attendance/server/src/application/attachments/upload-gate';
import { readContent } from '../../../plugins/attendance/server/src/controllers/read-content';

const FILE = 10_485_760;

describe('the room for files on their way', () => {
  it('[Z110] finding A7: one address, whatever its visitors announce, leaves room for others', () => {
    const gate = createUploadGate();
    const entered = Array.from({ length: 13 }, (_, turn) =>
      gate.enter(`visitor/${turn % 5}`, '192.0.2.1', FILE),
    );
    expect(entered.filter((leave) => leave !== null)).toHaveLength(3);
    expect(gate.enter('visitor/9', '192.0.2.9', FILE)).not.toBeNull();
    expect(gate.enter('agent/1', null, FILE)).not.toBeNull();
    entered[0]?.();
    entered[0]?.();
    expect(gate.enter('visitor/4', '192.0.2.1', FILE)).not.toBeNull();
    expect(gate.enter('visitor/4', '192.0.2.1', FILE)).toBeNull();
  });

  it('[Z110] finding A7: the first file of an address comes in, however large it may be', () => {
    const gate = createUploadGate({ bytesOfAll: 2 * FILE });
    expect(gate.enter('visitor/1', '192.0.2.1', FILE)).not.toBeNull();
    expect(gate.enter('visitor/2', '192.0.2.1', 1)).toBeNull();
    expect(gate.enter('visitor/3', '192.0.2.3', FILE)).not.toBeNull();
    expect(gate.enter('agent/1', null, 1)).toBeNull();
  });

  it('[Z54] [Z110] three of one person at once, wherever they come from', () => {
    const gate = createUploadGate({ addressFactor: 0 });
    for (let turn = 0; turn < 3; turn += 1)
      expect(gate.enter('visitor/1', `192.0.2.${turn}`, 1)).not.toBeNull();
    expect(gate.enter('visitor/1', '192.0.2.9', 1)).toBeNull();
  });
});

describe('the pace of a file', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Sends so many bytes every so often, for so long. */
  async function send(bytes: number, everyMs: number, forMs: number) {
    const request = new PassThrough();
    const read = readContent(request as unknown as IncomingMessage, FILE);
    let why: string | null = null;
    void read.then((content) => {
      why = content.ok ? 'whole' : content.why;
    });
    let elapsed = 0;
    for (; elapsed < forMs && why === null; elapsed += everyMs) {
      request.write(Buffer.alloc(bytes));
      await vi.advanceTimersByTimeAsync(everyMs);
    }
    request.end();
    await vi.advanceTimersByTimeAsync(1);
    return { why, elapsed };
  }

  it('[Z110] finding A7: a byte each 8 s is not waited for', async () => {
    const { elapsed, why } = await send(1, 8_000, 120_000);
    expect(why).toBe('slow');
    expect(elapsed).toBeLessThanOrEqual(16_000);
  });

  it('[Z110] finding A7: nor is one that began well and then dribbles', async () => {
    expect((await send(3_000, 1_000, 120_000)).why).toBe('slow');
  });

  it('[Z110] finding A7: a slow phone is', async () => {
    expect((await send(20_000, 2_000, 240_000)).why).toBe('whole');
  });
});
