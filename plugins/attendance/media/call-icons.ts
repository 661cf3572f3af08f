/** What the controls of a call are drawn with on both sides: filled, on a 24 px grid. */
export const CALL_ICONS = {
  microphone:
    'M12 2a3.5 3.5 0 0 1 3.5 3.5v6a3.5 3.5 0 0 1-7 0v-6A3.5 3.5 0 0 1 12 2zM5 11h2a5 5 0 0 0 10 0h2a7 7 0 0 1-6 6.9V22h-2v-4.1A7 7 0 0 1 5 11z',
  'microphone-off':
    'M3.4 2 2 3.4l6.5 6.5v1.6a3.5 3.5 0 0 0 4.8 3.2l1.5 1.5A5 5 0 0 1 7 11H5a7 7 0 0 0 6 6.9V22h2v-4.1a7 7 0 0 0 3.2-1.3l4.4 4.4 1.4-1.4zM15.5 11.5v-6a3.5 3.5 0 0 0-6.9-.9zM19 11h-2q0 1-.3 1.7l1.5 1.5q.8-1.5.8-3.2z',
  camera: 'M4 6h10q2 0 2 2v2.5l5-3.5v10l-5-3.5V16q0 2-2 2H4q-2 0-2-2V8q0-2 2-2z',
  'camera-off':
    'M3.4 2 2 3.4 4.6 6H4Q2 6 2 8v8q0 2 2 2h10q1 0 1.6-.6l4 4 1.4-1.4zM9.4 6l6.6 6.6V8q0-2-2-2zM16.5 13l4.5 3.500V7L16.2 10.400z',
  switch:
    'M12 5a7 7 0 0 1 6.3 4H16v2h6V5h-2v2.500A9 9 0 0 0 3.2 11h2A7 7 0 0 1 12 5zm6.8 8a7 7 0 0 1-13.1 2H8v-2H2v6h2v-2.500A9 9 0 0 0 20.8 13z',
  enlarge: 'M4 4h7v2H6v5H4zm9 14h5v-5h2v7h-7z',
  shrink: 'M5 3h14q3 0 3 3v9q0 3-3 3H10l-5 4v-4q-3 0-3-3V6q0-3 3-3z',
  'hang-up':
    'M12 9c-3.5 0-6.7.9-9.4 2.6-.6.4-.7 1-.4 1.600l1.6 2.800c.3.6 1 .7 1.6.400L8 15c.5-.3.7-.7.6-1.300l-.3-1.800a14 14 0 0 1 7.4 0l-.3 1.800c-.1.6.1 1 .6 1.300l2.6 1.400c.6.3 1.3.2 1.6-.400l1.6-2.800c.3-.6.2-1.2-.4-1.600A17 17 0 0 0 12 9z',
} as const;

export type CallIconName = keyof typeof CALL_ICONS;
