import type { Context } from 'koa';
import { z } from 'zod';

import type { JitsiReservations } from '../application/calls/jitsi-reservations';

const askedSchema = z.object({
  name: z.string().max(300),
  mail_owner: z.string().max(300).default(''),
});

/**
 * Creates the API that Prosody's mod_reservations calls, in its format: no envelope around a response, and a refusal is `{ message }`. It retries on
 * statuses from 500 on, so no refusal has one.
 */
export function createReservationsController(reservations: () => JitsiReservations) {
  const isStranger = async (ctx: Context, room?: string): Promise<boolean> => {
    if (await reservations().isAllowed(bearerOf(ctx), room)) return false;
    say(ctx, 401, 'The bearer token is missing, or another one than in the settings.');
    return true;
  };
  return {
    async create(ctx: Context): Promise<void> {
      const asked = askedSchema.safeParse((ctx.request as { body?: unknown }).body);
      if (await isStranger(ctx, asked.data?.name)) return;
      if (!asked.success) return say(ctx, 400, 'Form fields: name, mail_owner, start_time.');
      const reservation = await reservations().reserve(asked.data.name);
      if (reservation === null) return say(ctx, 403, 'No call goes on in this room.');
      ctx.body = {
        id: reservation.id,
        name: reservation.name,
        mail_owner: asked.data.mail_owner,
        start_time: new Date(reservation.startedAt).toISOString(),
        duration: reservation.durationMs / 1_000,
      };
    },
    /** The room is empty; nothing is kept of it here, so there is nothing to do. */
    async release(ctx: Context): Promise<void> {
      if (await isStranger(ctx)) return;
      ctx.body = {};
    },
  };
}

function bearerOf(ctx: Context): string | null {
  return /^Bearer (.+)$/i.exec(ctx.get('authorization'))?.[1] ?? null;
}

function say(ctx: Context, status: number, message: string): void {
  ctx.status = status;
  ctx.body = { message };
}
