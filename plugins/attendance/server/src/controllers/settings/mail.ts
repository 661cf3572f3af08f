import type { Context } from 'koa';

import type { Mailer } from '../../application/transcripts/mailer';

/** Creates the controller of e-mail's state: without a real provider, what needs one is not offered to visitors [Z27]. */
export function createMailController(mailer: () => Mailer) {
  return {
    async read(ctx: Context): Promise<void> {
      ctx.body = { data: { canSend: mailer().isConfigured() } };
      return Promise.resolve();
    },
  };
}
