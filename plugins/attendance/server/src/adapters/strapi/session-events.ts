import type { Core } from '@strapi/strapi';

/** Fields used of the event in which Strapi's database reports a change. */
interface Change {
  readonly params: { readonly data?: Readonly<Record<string, unknown>> };
  readonly result?: { readonly id?: number | string } | null;
}

/** Strapi's own events about users, roles and their permissions. */
const EVENTS = [
  'user.update',
  'user.delete',
  'role.update',
  'role.delete',
  'permission.create',
  'permission.update',
  'permission.delete',
] as const;

export interface SessionListener {
  /** Called when somebody's session, role or permission changed. */
  changed(this: void): void;
  /** Called when this user signs out; the session may still be valid for a moment. */
  signedOut(this: void, userId: number): Promise<void>;
}

/** Watches every change in Strapi after which an open socket may have lost its user or permission. Returns the function that stops it. */
export function watchSessions(strapi: Core.Strapi, { changed, signedOut }: SessionListener): () => void {
  const stops = [
    ...EVENTS.map((event) => strapi.eventHub.on(event, () => Promise.resolve(changed()))),
    strapi.eventHub.on('admin.logout', async (...news: readonly unknown[]) => {
      const userId = userIdOf(news[0]);
      if (userId !== null) await signedOut(userId);
      changed();
    }),
    // One that is revoked, or all of a user's: Strapi tells nobody, but its rows go.
    strapi.db.lifecycles.subscribe({
      models: ['admin::session'],
      afterDelete: changed,
      afterDeleteMany: changed,
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/**
 * Ends all sessions of a user whose password an administrator changes: Strapi does so only for one who changes their own, and whoever knew the old
 * one would stay in. Returns the function that stops it.
 */
export function endSessionsOfChangedPasswords(strapi: Core.Strapi): () => void {
  return strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    afterUpdate: async ({ params, result }: Change) => {
      const password = params.data?.['password'];
      if (typeof password !== 'string' || result?.id === undefined) return;
      // Waited for by the change itself: sessions that begin afterwards, as after a reset, are not among them.
      await strapi.sessionManager('admin').invalidateRefreshToken(String(result.id));
    },
  });
}

/** The user whom an event of Strapi's is about. */
function userIdOf(news: unknown): number | null {
  const id = (news as { user?: { id?: unknown } } | undefined)?.user?.id;
  return typeof id === 'number' ? id : null;
}
