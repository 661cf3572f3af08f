import type { ReportExportQuery } from '../../../../plugins/attendance/protocol/reports/report-filter';

type Format = ReportExportQuery['format'];

/** Place that a file is written to, piece by piece. */
export interface FileSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Closes the file: from then on it is there. */
  close(): Promise<void>;
  /** Gives the file up: nothing of it stays. */
  abort(): Promise<void>;
}

interface SavePicker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<PickedFile>;
}

interface PickedFile {
  createWritable(): Promise<FileSink>;
  getFile(): Promise<Pick<File, 'size'>>;
  /** Absent in older browsers: there an empty file stays. */
  remove?(): Promise<void>;
}

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
};

/**
 * Returns the place for a file: where the browser lets a page write to a file that the person picks, that file, so that
 * no size is too large; else a download, put together by the browser. Null when the person picked none.
 */
export async function openSink(name: string, format: Format): Promise<FileSink | null> {
  const picker = window as SavePicker;
  if (picker.showSaveFilePicker === undefined) return downloadSink(name, format);
  try {
    const handle = await picker.showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { [TYPES[format]]: [`.${format}`] } }],
    });
    return pickedSink(handle, await handle.createWritable());
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return null;
    // A frame, or a policy, forbids it: the download remains.
    return downloadSink(name, format);
  }
}

/** Writes to a picked file. Given up, it is as it was before: one that the picker has just made is gone. */
function pickedSink(handle: PickedFile, file: FileSink): FileSink {
  return {
    write: (bytes) => file.write(bytes),
    close: () => file.close(),
    abort: async () => {
      await file.abort();
      if ((await handle.getFile()).size === 0) await handle.remove?.();
    },
  };
}

function downloadSink(name: string, format: Format): FileSink {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
    close: () => {
      const url = URL.createObjectURL(new Blob(pieces, { type: TYPES[format] }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      URL.revokeObjectURL(url);
      return Promise.resolve();
    },
    abort: () => {
      pieces = [];
      return Promise.resolve();
    },
  };
}
