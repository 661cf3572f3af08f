import { CALL_ICONS, type CallIconName } from '../../../plugins/attendance/media/call-icons';

/** Icons that only the agent's side has. */
const OWN_ICONS = {
  screen: 'M4 4h16q2 0 2 2v9q0 2-2 2H4q-2 0-2-2V6q0-2 2-2zm8 3-4 4h2.700v3h2.600v-3H16zM8 19h8v2H8z',
  'screen-off':
    'M4 4h16q2 0 2 2v9q0 2-2 2H4q-2 0-2-2V6q0-2 2-2zm5.400 3L8 8.400l2.600 2.600L8 13.600 9.400 15l2.600-2.600 2.600 2.600 1.400-1.400-2.600-2.600L16 8.400 14.600 7 12 9.600zM8 19h8v2H8z',
  devices:
    'M3 6h8.200a3 3 0 0 1 5.600 0H21v2h-4.200a3 3 0 0 1-5.600 0H3zm0 10h2.200a3 3 0 0 1 5.600 0H21v2H10.800a3 3 0 0 1-5.600 0H3z',
  'full-screen': 'M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z',
  'leave-full-screen': 'M8 4h2v6H4V8h4zm6 0h2v4h4v2h-6zM4 14h6v6H8v-4H4zm10 0h6v2h-4v4h-2z',
} as const;

type IconName = CallIconName | keyof typeof OWN_ICONS;
const ICONS: Readonly<Record<IconName, string>> = { ...CALL_ICONS, ...OWN_ICONS };

export function CallIcon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden>
      <path d={ICONS[name]} />
    </svg>
  );
}
