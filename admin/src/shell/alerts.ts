import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { store } from '../attendance/attendance';
import { callingInteractions, type Summons } from '../model/selectors/select';
import { playChime, playRing, unlockSound } from './chime';

const REPEAT_MS = 3_000;
const LOCK = 'atende-alerts';

interface AlertTexts {
  title(count: number): string;
  notification(interaction: AgentInteraction): { title: string; body: string };
}

/** Unlocks sound, and makes the browser ask once for permission to notify; called in a click. */
export function allowAlerts(): void {
  void unlockSound();
  if ('Notification' in window && Notification.permission === 'default')
    void Notification.requestPermission();
}

/**
 * Starts sound, desktop notification and page title for new interactions [S7]. Of several tabs of one browser, one
 * sounds and notifies [P7]; every tab shows the title. Returns the function that stops it.
 */
export function startAlerts(texts: AlertTexts, open: (id: InteractionId) => void): () => void {
  const stopTitle = keepTitle(texts);
  let stopSounding: () => void = () => undefined;
  let isStopped = false;
  let release: () => void = () => undefined;
  const begin = (): void => {
    if (!isStopped) stopSounding = startSounding(texts, open);
  };
  if ('locks' in navigator) {
    // The lock is held for as long as this tab lives; the next tab then takes over.
    void navigator.locks.request(LOCK, () => {
      begin();
      return new Promise<void>((resolve) => {
        release = resolve;
        if (isStopped) resolve();
      });
    });
  } else begin();
  return () => {
    isStopped = true;
    stopTitle();
    stopSounding();
    release();
  };
}

function startSounding(texts: AlertTexts, open: (id: InteractionId) => void): () => void {
  const notified = new Set<InteractionId>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let sounding: Summons['sound'] = null;
  const follow = (): void => {
    const { fresh, raised, sound } = callingInteractions(store.getState().interactions);
    const summons = [...fresh, ...raised];
    for (const interaction of summons) if (!notified.has(interaction.id)) notify(interaction, texts, open);
    notified.clear();
    for (const { id } of summons) notified.add(id);
    if (sound === sounding) return;
    sounding = sound;
    clearInterval(timer);
    if (sound === null) return;
    const play = sound === 'call' ? playRing : playChime;
    play();
    timer = setInterval(play, REPEAT_MS);
  };
  const unsubscribe = store.subscribe((state, previous) => {
    follow();
    // A whisper chimes once, where nothing rings already [R17].
    if (state.lastWhisper !== previous.lastWhisper && state.lastWhisper !== null && sounding === null)
      playChime();
  });
  follow();
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}

function notify(interaction: AgentInteraction, texts: AlertTexts, open: (id: InteractionId) => void): void {
  const isSeen = document.visibilityState === 'visible' && document.hasFocus();
  if (isSeen || !('Notification' in window) || Notification.permission !== 'granted') return;
  const { body, title } = texts.notification(interaction);
  const notification = new Notification(title, { body, tag: `attendance-${interaction.id}` });
  notification.onclick = () => {
    window.focus();
    notification.close();
    open(interaction.id);
  };
}

/** Puts the count before Strapi's own title while there are new interactions; Strapi writes its title with each page. */
function keepTitle(texts: AlertTexts): () => void {
  let own: string | null = null;
  let strapis = document.title;
  const show = (): void => {
    if (document.title !== own) strapis = document.title;
    const count = callingInteractions(store.getState().interactions).fresh.length;
    own = count === 0 ? null : texts.title(count);
    const wanted = own ?? strapis;
    if (document.title !== wanted) document.title = wanted;
  };
  const observer = new MutationObserver(show);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  const unsubscribe = store.subscribe(show);
  show();
  return () => {
    observer.disconnect();
    unsubscribe();
    if (own !== null) document.title = strapis;
  };
}
