import { CALL_ICONS, type CallIconName } from '../../../plugins/attendance/media/call-icons';

export function CallIcon({ name }: { readonly name: CallIconName }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={CALL_ICONS[name]} />
    </svg>
  );
}
