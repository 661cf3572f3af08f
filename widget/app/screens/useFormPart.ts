import type { FormPart } from '../form/form-part';
import { lazyPart } from '../parts/lazy-part';
import type { View } from '../model/select-view';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const formPart = lazyPart(async (panel: Panel) => (await import('../form/form-part')).openFormPart(panel));

/** Returns the part with the forms. It is fetched where the site has a form, else when the visitor is to leave a message. */
export function useFormPart(panel: Panel, { config }: State, view: View): FormPart | 'failed' | undefined {
  return usePart(formPart, panel, config.form.isOn || view === 'offline');
}
