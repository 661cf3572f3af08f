import { useEffect, useState } from 'react';

import type { View } from '../model/select-view';
import type { FormPart } from '../form/form-part';
import type { Panel } from '../panel';

/** What carries the forms: fetched where the site has one, else when somebody is to leave a message. `undefined` while it is not here. */
export function useFormPart(panel: Panel, view: View): FormPart | 'failed' | undefined {
  const [part, setPart] = useState<FormPart | 'failed'>();
  const isNeeded = panel.config.form.isOn || view === 'offline';
  useEffect(() => {
    if (isNeeded)
      import('../form/form-part')
        .then(({ openFormPart }) => openFormPart(panel))
        .then(setPart, () => setPart('failed'));
  }, [panel, isNeeded]);
  return part;
}
