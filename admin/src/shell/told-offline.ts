/** Storage key; in this tab alone, as the notification is. */
const KEY = 'atende.toldOffline';

/** Whether an agent in this tab was told already that a supervisor set them Offline. */
interface ToldOffline {
  /** Returns whether a reason is news, and remembers it; null, for who is not Offline by a supervisor, forgets it. */
  isNews(agentId: number, reason: string | null): boolean;
}

/** Keeps the reason told last over reloads; per agent, for the next to sign in may be another. */
export function createToldOffline(open: () => Storage = () => sessionStorage): ToldOffline {
  let told = read(open);
  return {
    isNews: (agentId, reason) => {
      const known = reason === null ? '' : `${agentId}:${reason}`;
      if (known === told) return false;
      told = known;
      try {
        open().setItem(KEY, known);
      } catch {
        /* full or blocked: this page's memory has it */
      }
      return reason !== null;
    },
  };
}

function read(open: () => Storage): string {
  try {
    return open().getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
