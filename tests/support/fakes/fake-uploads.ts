import { afterEach, beforeEach } from 'vitest';

import type { Attachment, UploadRefusal } from '../../../plugins/attendance/protocol/attachments/attachments';

/** One upload as the browser would send it; the test decides its outcome. */
export interface CarriedUpload {
  readonly url: string;
  readonly name: string;
  readonly token: string;
  readonly isAborted: () => boolean;
  progress(loaded: number, total: number): void;
  arrive(attachment: Attachment): void;
  refuse(status: number, reason?: UploadRefusal): void;
  fail(): void;
}

/** Replaces the browser's own requests, which Node lacks: nothing else of an upload is faked. */
export function fakeUploads(): readonly CarriedUpload[] {
  const carried: CarriedUpload[] = [];
  const globals = globalThis as { XMLHttpRequest?: unknown };
  const before = globals.XMLHttpRequest;
  beforeEach(() => {
    carried.length = 0;
    globals.XMLHttpRequest = class extends FakeRequest {
      constructor() {
        super(carried);
      }
    };
  });
  afterEach(() => {
    globals.XMLHttpRequest = before;
  });
  return carried;
}

class FakeRequest {
  status = 0;
  responseText = '';
  timeout = 0;
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onabort: () => void = () => undefined;
  ontimeout: () => void = () => undefined;
  readonly upload: { onprogress: (event: { loaded: number; total: number }) => void } = {
    onprogress: () => undefined,
  };
  private url = '';
  private isAborted = false;
  private readonly headers = new Map<string, string>();

  constructor(private readonly carried: CarriedUpload[]) {}

  open(_method: string, url: string): void {
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  abort(): void {
    this.isAborted = true;
    this.onabort();
  }

  send(): void {
    const answer = (status: number, body: object): void => {
      this.status = status;
      this.responseText = JSON.stringify(body);
      this.onload();
    };
    this.carried.push({
      url: this.url,
      name: decodeURIComponent(this.headers.get('x-file-name') ?? ''),
      token: this.headers.get('authorization') ?? '',
      isAborted: () => this.isAborted,
      progress: (loaded, total) => this.upload.onprogress({ loaded, total }),
      arrive: (data) => answer(200, { data }),
      refuse: (status, reason) => answer(status, { error: { code: 'bad_request', message: '', reason } }),
      fail: () => this.onerror(),
    });
  }
}

let ids = 0;
/** Returns an attachment as the server sends it. */
export function attachment(name: string, overrides: Partial<Attachment> = {}): Attachment {
  ids += 1;
  return {
    id: `upload-${ids}`.padEnd(22, '0') as Attachment['id'],
    kind: 'pdf',
    name,
    mime: 'application/pdf',
    size: 9,
    picture: null,
    ...overrides,
  };
}

export const pdf = (name: string): File => new File(['%PDF-1.4\n'], name, { type: 'application/pdf' });
