/** The paths of the icons, filled, on a 24 px grid; an outline marks an icon that is not chosen. */
const PATHS = {
  star: 'm12 2.500 2.900 6 6.600.900-4.800 4.600 1.200 6.500-5.900-3.200-5.900 3.200 1.200-6.500L2.500 9.400l6.600-.900z',
  up: 'M7 10v11H3V10zm2 0 4-8q2.800.400 2.500 3.200L15 9h5q2 .300 1.800 2.300l-1.500 7.200Q19.800 21 17.500 21H9z',
  down: 'M17 14V3h4v11zm-2 0-4 8q-2.800-.400-2.500-3.200L9 15H4q-2-.300-1.800-2.300l1.500-7.200Q4.200 3 6.500 3H15z',
} as const;

export function EndIcon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
