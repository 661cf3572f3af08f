/**
 * What the frame may ask the browser for; most of it is for calls. A Jitsi deployment's frame in it has of this what it asks for, and
 * nothing besides.
 */
export const ALLOW =
  'camera;microphone;speaker-selection;autoplay;display-capture;fullscreen;clipboard-write;screen-wake-lock';
