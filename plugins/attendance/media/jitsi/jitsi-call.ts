import type { Carrier, CarrierOptions, MediaControls } from '../carrier/carrier';
import { openClient } from './jitsi-client';
import { controlsOf } from './jitsi-controls';
import { follow, type FollowOptions } from './jitsi-follow';
import { toConfig, type JitsiTicket } from './jitsi-options';

export interface JitsiOptions extends CarrierOptions, FollowOptions {
  readonly ticket: JitsiTicket;
}

/**
 * Joins a call through a Jitsi deployment [M3], which draws the pictures itself, in a frame of its own. Presence comes from the
 * product's own seats: a crashed browser was seen to stay in a room for a minute.
 */
export async function joinJitsi(options: JitsiOptions): Promise<Carrier & MediaControls> {
  const { ticket, side, language, board, media } = options;
  const surface = document.createElement('div');
  // The client's frame is as high as its container.
  surface.style.cssText = 'width:100%;height:100%';
  const hasCamera = media.track('video') !== null;
  // The devices were requested only to know that there are some: the client takes its own, and not every camera can be held twice.
  media.release();
  board.change({ surface, localStream: null });
  const client = await openClient(ticket, surface, {
    lang: language,
    configOverwrite: toConfig(ticket, side, hasCamera),
  });
  const controls = controlsOf(client, board);
  const carrier = follow(client, {
    ...options,
    hasToken: ticket.token !== null,
    onJoined: controls.listDevices,
  });
  return { ...controls, ...carrier };
}
