/** The page that is shared where somebody shares one. In ASCII: a browser's switch carries it. */
export const SHARED_TITLE = 'Catalogo';

/**
 * What makes Chromium give cameras and a microphone that nobody has, with so many pictures a second: most of what a call costs a machine
 * are its pictures. Of three cameras the second gives depth alone, and a call no picture: the third is the other one.
 */
export const fakeDevices = (picturesPerSecond: number) => [
  `--use-fake-device-for-media-stream=device-count=3,fps=${picturesPerSecond}`,
  '--allow-loopback-in-peer-connection',
  `--auto-select-tab-capture-source-by-title=${SHARED_TITLE}`,
];
