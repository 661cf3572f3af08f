import type { Locator } from '@playwright/test';

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Portable = { readonly name: string; readonly mimeType: string; readonly base64: string };
const portable = ({ buffer, mimeType, name }: GivenFile): Portable => ({
  name,
  mimeType,
  base64: buffer.toString('base64'),
});

/** What a browser tells a page when somebody pastes a file into this field. */
export async function paste(field: Locator, file: GivenFile): Promise<void> {
  await field.evaluate((element, { base64, mimeType, name }) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], name, { type: mimeType }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, portable(file));
}

/** Holds a file over an element, or lets go of it there. */
export async function drag(onto: Locator, act: 'dragover' | 'drop', file: GivenFile): Promise<void> {
  await onto.evaluate(
    (element, [name, { base64, mimeType, name: fileName }]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], fileName, { type: mimeType }));
      element.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [act, portable(file)] as const,
  );
}
