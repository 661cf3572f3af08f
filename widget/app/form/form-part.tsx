import type { ReactNode } from 'react';

import type { Answers } from '../../../plugins/attendance/protocol/rules/form-rules';
import { adoptStyles } from '../parts/adopt-styles';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { FormArea, type FormView } from './FormArea';
import sheet from './form.sheet.css';
import type { FormTexts } from '../i18n/shapes/form-texts';
import { loadFormTexts } from './load-form-texts';

export interface FormContext {
  readonly panel: Panel;
  readonly texts: FormTexts;
  /** The visitor's input, kept while the panel goes from one screen to another. */
  readonly typed: { answers: Answers; body: string };
}

export interface FormPart {
  readonly FormArea: (props: { readonly view: FormView; readonly state: State }) => ReactNode;
}

/** Opens the part of the panel with the contact form and the offline form, fetched with the first of them; one for the page. */
export async function openFormPart(panel: Panel): Promise<FormPart> {
  const texts = await loadFormTexts(panel.locale);
  adoptStyles(sheet);
  const context: FormContext = { panel, texts, typed: { answers: {}, body: '' } };
  return { FormArea: ({ state, view }) => <FormArea context={context} state={state} view={view} /> };
}
