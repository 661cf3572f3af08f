import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import { add } from './add';

/** The cover's texts in each language: while the frame loads, when it failed to load, and the retry button's. */
const WORDS = {
  'pt-BR': ['Carregando…', 'Não foi possível abrir o atendimento.', 'Tentar de novo'],
  en: ['Loading…', 'The chat could not be opened.', 'Try again'],
  es: ['Cargando…', 'No se pudo abrir el chat.', 'Reintentar'],
} as const;

/** The time in ms that the frame may take for its first message: a slow network is no failure. */
const PATIENCE_MS = 15_000;

/** The time in ms between a frame's load and the check that its script has run: its message comes first, but by another way. */
const LATE_MS = 1_000;

export interface CoverContext {
  /** The element in front of the frame, with the close button in it; removed at the frame's first message. */
  readonly cover: HTMLElement;
  readonly frame: HTMLIFrameElement;
  readonly locale: Locale;
  /** Returns how many times a frame's script has begun to run. */
  readonly links: () => number;
  /** Returns how many times a frame, or the browser's own error page in its place, has loaded. */
  readonly loads: () => number;
}

/**
 * Shows on the cover whether the frame loads or has failed, and puts the cover back when a reloaded frame fails. Returns a
 * function to call when the panel opens: it loads a failed frame again.
 */
export function writeCover({ cover, frame, links, loads, locale }: CoverContext): () => void {
  const [loading, failed, again] = WORDS[locale];
  const dialog = frame.parentNode as HTMLElement;
  const root = dialog.getRootNode() as ShadowRoot;
  const line = add(cover, 'p', { role: 'status' });
  const retry = add(cover, 'button');
  let counted = 0;
  let timer: ReturnType<typeof setTimeout>;

  function wait(): void {
    line.textContent = loading;
    retry.textContent = '';
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (cover.isConnected) fail();
    }, PATIENCE_MS);
  }

  function fail(): void {
    dialog.append(cover);
    line.textContent = failed;
    retry.textContent = again;
    if (dialog.contains(root.activeElement)) retry.focus();
  }

  /** Reloads the frame by inserting it anew, which leaves no entry in the history. */
  function load(): void {
    const hadFocus = cover.contains(root.activeElement);
    dialog.prepend(frame);
    wait();
    if (hadFocus) (cover.firstChild as HTMLElement).focus();
  }

  /** Checks after a load that the frame's script has run; if not, the frame has failed. */
  function judge(): void {
    setTimeout(() => {
      if (links() === counted) fail();
      counted = links();
    }, LATE_MS);
  }

  frame.addEventListener('load', judge);
  // The frame's load may have come before this script.
  if (loads()) judge();
  retry.onclick = load;
  wait();
  return () => {
    if (cover.isConnected && retry.textContent) load();
  };
}
