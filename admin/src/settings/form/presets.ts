import { keysOf } from '../../../../plugins/attendance/protocol/shared/keys-of';
import { type FieldTarget } from '../../../../plugins/attendance/protocol/shared/field-targets';
import { type FieldType, type FormField } from '../../../../plugins/attendance/protocol/settings/form';
import {
  EMPTY_LOCALIZED,
  type Localized,
} from '../../../../plugins/attendance/protocol/shared/text/localized';
import { CHANNELS } from '../../../../plugins/attendance/protocol/shared/choices';

/** A field of each type, and the one that asks for the visitor's name. */
export type Preset = FieldType | 'name';

interface PresetFacts {
  readonly type: FieldType;
  readonly target: FieldTarget | null;
  readonly label: Localized;
}

const FACTS: Readonly<Record<Preset, PresetFacts>> = {
  name: { type: 'text', target: 'name', label: { 'pt-BR': 'Nome', en: 'Name', es: 'Nombre' } },
  email: {
    type: 'email',
    target: 'email',
    label: { 'pt-BR': 'E-mail', en: 'E-mail', es: 'Correo electrónico' },
  },
  phone: { type: 'phone', target: 'phone', label: { 'pt-BR': 'Telefone', en: 'Phone', es: 'Teléfono' } },
  cpf: { type: 'cpf', target: 'document', label: { 'pt-BR': 'CPF', en: 'CPF', es: 'CPF' } },
  text: { type: 'text', target: null, label: EMPTY_LOCALIZED },
  'long-text': { type: 'long-text', target: null, label: EMPTY_LOCALIZED },
  choice: { type: 'choice', target: null, label: EMPTY_LOCALIZED },
  checkbox: { type: 'checkbox', target: null, label: EMPTY_LOCALIZED },
};

/** What the palette offers, in its order. */
export const PRESETS = keysOf(FACTS);

function optionLabel(number: number): Localized {
  return { 'pt-BR': `Opção ${number}`, en: `Option ${number}`, es: `Opción ${number}` };
}

/** Returns a new field of a preset; it fills a datum of the visitor if no other field does yet. */
export function presetField(preset: Preset, fields: readonly FormField[], newId: () => string): FormField {
  const { label, target, type } = FACTS[preset];
  return {
    id: newId(),
    type,
    label: { ...label },
    hint: { ...EMPTY_LOCALIZED },
    options:
      type === 'choice'
        ? [1, 2].map((number) => ({ value: newId(), label: { ...optionLabel(number) } }))
        : [],
    isRequired: preset === 'name' || preset === 'email',
    channels: [...CHANNELS],
    condition: null,
    target: fields.some((field) => field.target === target) ? null : target,
  };
}
