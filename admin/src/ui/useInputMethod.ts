import { useEffect } from 'react';

import { keepComposing } from '../../../plugins/attendance/chat/keys';

/** On a page of ours: Enter and Escape of an input method send, choose and close nothing, in dialogs of the page neither [A7]. */
export function useInputMethod(): void {
  useEffect(() => keepComposing(window), []);
}
