/** The panel's family of icons (components/Icon.tsx): filled, on a 24 px grid. */
const SHEET = 'M6 2h8l6 6v12q0 2-2 2H6q-2 0-2-2V4q0-2 2-2zm7 2v5h5z';
const PATHS = {
  attach:
    'M16.5 6v11.5a4.5 4.5 0 0 1-9 0V5a3 3 0 0 1 6 0v10.5a1.5 1.5 0 0 1-3 0V6H9v9.5a3 3 0 0 0 6 0V5A4.5 4.5 0 0 0 6 5v12.5a6 6 0 0 0 12 0V6z',
  image:
    'M5 3h14q2 0 2 2v14q0 2-2 2H5q-2 0-2-2V5q0-2 2-2zm3.5 4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM5 18.5h14l-4.7-6.5-3.6 4.6-2.3-2.7z',
  pdf: SHEET,
  text: SHEET,
  office: SHEET,
  audio: 'M12 3v10.6a3.9 3.9 0 1 0 2 3.4V7h4V3z',
  play: 'M8 5v14l11-7z',
  save: 'M11 3h2v9.2l3.3-3.3 1.4 1.4L12 16l-5.7-5.7 1.4-1.4 3.3 3.3zM5 18h14v2.5H5z',
  retry: 'M12 5V2L7 6.5 12 11V8a5 5 0 1 1-5 5H4.500a7.500 7.500 0 1 0 7.500-8z',
  close:
    'M18.3 4.3 12 10.6 5.7 4.3 4.3 5.7l6.300 6.300-6.300 6.300 1.400 1.400 6.300-6.300 6.300 6.300 1.400-1.400-6.300-6.300 6.300-6.300z',
} as const;

export function FileIcon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
