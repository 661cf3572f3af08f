/**
 * The permissions that the frame may use; most of them are for calls. The frame of a Jitsi deployment in it gets those of them
 * that it requests, and no others.
 */
export const ALLOW =
  'camera;microphone;speaker-selection;autoplay;display-capture;fullscreen;clipboard-write;screen-wake-lock';
