/** The time in ms until the file's object URL is revoked: as long as a browser may need to begin the download. */
const KEPT_MS = 60_000;

/** Hands an HTML page over to the browser's downloads under the given file name. */
export function saveFile(fileName: string, html: string): void {
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
