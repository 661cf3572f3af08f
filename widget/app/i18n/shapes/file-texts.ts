import type { UploadFailure } from '../../../../plugins/attendance/files/upload-file';

/** The texts of files in one language. */
export interface FileTexts {
  readonly attach: string;
  readonly dropHere: string;
  readonly files: string;
  readonly sending: (name: string, percent: number) => string;
  readonly ready: (name: string) => string;
  readonly failed: (name: string) => string;
  readonly waits: string;
  readonly remove: (name: string) => string;
  readonly retry: (name: string) => string;
  readonly tooMany: (most: number) => string;
  readonly lost: string;
  readonly dismiss: string;
  readonly failure: Readonly<Record<Exclude<UploadFailure, 'size' | 'type'>, string>>;
  readonly wrongType: (taken: string) => string;
  readonly tooLarge: (most: string) => string;
  readonly picture: (name: string) => string;
  readonly open: (name: string) => string;
  readonly save: (name: string) => string;
  readonly play: (name: string) => string;
  readonly unavailable: string;
  readonly close: string;
}
