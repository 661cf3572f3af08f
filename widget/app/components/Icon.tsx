/** One family: filled, on a 24 px grid. */
const PATHS = {
  chat: 'M5 3h14q3 0 3 3v9q0 3-3 3H10l-5 4v-4q-3 0-3-3V6q0-3 3-3z',
  voice:
    'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.3 11 11 0 0 0 3.6.6 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1 11 11 0 0 0 .6 3.6 1 1 0 0 1-.3 1z',
  video: 'M4 6h10q2 0 2 2v2.5l5-3.5v10l-5-3.5V16q0 2-2 2H4q-2 0-2-2V8q0-2 2-2z',
  close: 'M18.3 4.3 12 10.6 5.7 4.3 4.3 5.7l6.3 6.3-6.3 6.3 1.4 1.4 6.3-6.3 6.3 6.3 1.4-1.4-6.3-6.3 6.3-6.3z',
  send: 'M3 20.5v-6.7L13 12 3 10.2V3.5L22 12z',
  sound:
    'M12 22a2 2 0 0 0 2-2h-4a2 2 0 0 0 2 2zm6-6v-5c0-3-1.6-5.6-4.5-6.3V4a1.5 1.5 0 0 0-3 0v.7C7.6 5.4 6 7.9 6 11v5l-2 2v1h16v-1z',
  silence:
    'M12 22a2 2 0 0 0 2-2h-4a2 2 0 0 0 2 2zM6 11v5l-2 2v1h12.2L6.3 9.1A8 8 0 0 0 6 11zM3.5 2.7 2.1 4.1 20 22l1.4-1.4zM18 14.5V11c0-3-1.6-5.6-4.5-6.3V4a1.5 1.5 0 0 0-3 0v.7q-.9.2-1.6.7z',
  done: 'M9.5 16.6 5 12.1l-1.4 1.4 5.9 5.9L21 7.9l-1.4-1.4z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
