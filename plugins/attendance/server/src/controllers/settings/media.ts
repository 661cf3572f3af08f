import type { Context } from 'koa';

import { mediaSettingsUpdateSchema, type MediaSelfTest } from '../../../../protocol/calls/media-settings';
import type { ConfigureMedia } from '../../application/calls/media-settings';
import { toMediaSettings } from '../../presenters/media-settings';
import { parseBody } from '../parse-body';
import { refuse } from '../refuse';

export interface MediaPorts {
  readonly configureMedia: ConfigureMedia;
  readonly testMedia: () => Promise<MediaSelfTest>;
}

/** Creates the controller of the media settings, behind the permission `plugin::attendance.settings` [F4]. No response holds a secret. */
export function createMediaController(ports: () => MediaPorts) {
  return {
    async read(ctx: Context): Promise<void> {
      ctx.body = { data: toMediaSettings(await ports().configureMedia.get()) };
    },
    async update(ctx: Context): Promise<void> {
      const update = parseBody(ctx, mediaSettingsUpdateSchema);
      if (update === null) return;
      const outcome = await ports().configureMedia.update(update);
      if (outcome.ok) ctx.body = { data: toMediaSettings(outcome.data) };
      else refuse(ctx, outcome.code, 'message' in outcome ? outcome.message : undefined);
    },
    async selfTest(ctx: Context): Promise<void> {
      ctx.body = { data: await ports().testMedia() };
    },
  };
}
