import type { FormPart } from '../form/form-part';
import { lazyPart } from '../parts/lazy-part';
import type { View } from '../model/select-view';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const formPart = lazyPart(async (panel: Panel) => (await import('../form/form-part')).openFormPart(panel));

/** What carries the forms: fetched where the site has one, else when somebody is to leave a message. */
export function useFormPart(panel: Panel, { config }: State, view: View): FormPart | 'failed' | undefined {
  return usePart(formPart, panel, config.form.isOn || view === 'offline');
}
