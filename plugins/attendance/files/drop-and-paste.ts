/**
 * Watches for files that are dropped anywhere on the page, or pasted; `setOver` is called with whether some are held over it. A drop without files is
 * left to the page, and so is a paste into any field but those for which `isOurs` returns true. Returns the function that stops it.
 */
export function watchDropAndPaste(
  take: (files: FileList) => void,
  setOver: (isOver: boolean) => void,
  isOurs: (field: Element) => boolean = () => true,
): () => void {
  const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;
  const onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (files === undefined || files.length === 0 || isText(event.clipboardData)) return;
    const field = event.target instanceof Element ? event.target.closest('input, textarea') : null;
    if (field !== null && !isOurs(field)) return;
    event.preventDefault();
    take(files);
  };
  const onOver = (event: DragEvent): void => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(true);
  };
  const onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (event.dataTransfer === null || !hasFiles(event.dataTransfer)) return;
    // Without this the browser leaves the page for the file.
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  addEventListener('paste', onPaste);
  addEventListener('dragover', onOver);
  addEventListener('dragleave', onLeave);
  addEventListener('drop', onDrop);
  return () => {
    removeEventListener('paste', onPaste);
    removeEventListener('dragover', onOver);
    removeEventListener('dragleave', onLeave);
    removeEventListener('drop', onDrop);
  };
}

/** Returns whether a paste is meant as text: spreadsheets and word processors copy a picture of the words beside the words. */
function isText(transfer: DataTransfer | null): boolean {
  return ['text/plain', 'text/html'].every((type) => transfer?.types.includes(type) === true);
}
