import { useEffect } from 'react';

import { keepComposing } from '../../../plugins/attendance/chat/keys';

/**
 * Guards our pages against keys of an input method: its Enter and Escape send, choose and close nothing, nor in dialogs of the
 * page [A7].
 */
export function useInputMethod(): void {
  useEffect(() => keepComposing(window), []);
}
