/**
 * Returns the key with which this tab starts: one that another tab of the browser holds, else its own, which it holds from now on
 * [P3]. Tabs meet in the browser's register of locks because it has no race; storage notifies other tabs a moment too late. A key
 * is held as the name of a lock for as long as the page lives; the server forgets it after some minutes. Where there is no
 * register (a page without HTTPS) the site's storage alone has to do.
 */
export async function shareStartKey(siteKey: string, own: string): Promise<string> {
  const prefix = `atende ${siteKey} `;
  try {
    return await navigator.locks.request(prefix, async () => {
      const { held = [] } = await navigator.locks.query();
      const names = held.flatMap(({ name = '' }) =>
        name.startsWith(prefix) ? name.slice(prefix.length) : [],
      );
      const key = names.find((name) => name !== '') ?? own;
      await hold(prefix + key);
      return key;
    });
  } catch {
    return own;
  }
}

/** Resolves once the shared lock is held; the browser releases it when the page goes. Rejects where locks are blocked. */
function hold(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const forLife = () => {
      resolve();
      return new Promise<never>(() => {});
    };
    navigator.locks.request(name, { mode: 'shared' }, forLife).catch(reject);
  });
}
