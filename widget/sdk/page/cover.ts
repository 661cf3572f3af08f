import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import { add } from './add';

/** While it loads, when it did not come, and to try again. */
const WORDS = {
  'pt-BR': ['Carregando…', 'Não foi possível abrir o atendimento.', 'Tentar de novo'],
  en: ['Loading…', 'The chat could not be opened.', 'Try again'],
  es: ['Cargando…', 'No se pudo abrir el chat.', 'Reintentar'],
} as const;

/** How long the frame may take for its first word, in ms: a slow network is no failure. */
const PATIENCE_MS = 15_000;

/** A frame whose script runs has said so before its load ends, but the two ways to the page are not the same. */
const LATE_MS = 1_000;

export interface CoverContext {
  /** What stands before the frame, with the way out in it; taken away at the frame's first word. */
  readonly cover: HTMLElement;
  readonly frame: HTMLIFrameElement;
  readonly locale: Locale;
  /** How often a frame's script has begun to run. */
  readonly links: () => number;
  /** How often a frame, or the browser's own page in its place, has loaded. */
  readonly loads: () => number;
}

/**
 * Says on the cover what is the matter with the frame, and puts it back where a frame that loads anew does not come. Answers what to
 * do when the panel opens: a frame that did not come is asked for again.
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

  /** A frame that is put in anew loads anew, and leaves no entry in the history. */
  function load(): void {
    const hadFocus = cover.contains(root.activeElement);
    dialog.prepend(frame);
    wait();
    if (hadFocus) (cover.firstChild as HTMLElement).focus();
  }

  /** Each load ought to have brought a word. */
  function judge(): void {
    setTimeout(() => {
      if (links() === counted) fail();
      counted = links();
    }, LATE_MS);
  }

  frame.addEventListener('load', judge);
  // This script may have come after it.
  if (loads()) judge();
  retry.onclick = load;
  wait();
  return () => {
    if (cover.isConnected && retry.textContent) load();
  };
}
