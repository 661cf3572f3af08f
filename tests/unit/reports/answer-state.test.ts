import { describe, expect, it } from 'vitest';

import { answered, asking, NOT_ASKED, type AnswerState } from '../../../admin/src/reports/data/answer-state';

const GONE = { ok: false, code: 'unavailable', message: '' } as const;
const here = (data: string) => ({ ok: true, data }) as const;
const read = answered<string>(asking<string>(NOT_ASKED, '/a'), '/a', here('a'));

const seen = ({ data, failure, isLoading }: AnswerState<string>) => ({ data, failure, isLoading });

describe('a report that is read again', () => {
  it('[D1] stays readable while the server cannot be reached, and takes the next answer', () => {
    const failed = answered(asking(read, '/a'), '/a', GONE);
    expect(seen(failed)).toEqual({ data: 'a', failure: null, isLoading: false });
    expect(seen(answered(asking(failed, '/a'), '/a', here('b')))).toEqual({
      data: 'b',
      failure: null,
      isLoading: false,
    });
  });

  it('[D1] says that it could not be read where nothing was, or something else', () => {
    expect(answered(asking<string>(NOT_ASKED, '/a'), '/a', GONE).failure).toBe('unavailable');
    expect(answered(asking(read, '/b'), '/b', GONE).failure).toBe('unavailable');
  });

  it('[D1] leaves a failure behind with the filters that it was of', () => {
    const failed = answered(asking(read, '/b'), '/b', GONE);
    expect(seen(asking(failed, '/b'))).toEqual({ data: 'a', failure: 'unavailable', isLoading: true });
    expect(seen(asking(failed, '/c'))).toEqual({ data: 'a', failure: null, isLoading: true });
  });
});
