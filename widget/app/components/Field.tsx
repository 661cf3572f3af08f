import type { FieldFault, FieldName } from '../model/form';
import type { Panel } from '../panel';

/** What a browser may fill in, and which keyboard a phone shows. */
const KINDS = {
  name: { type: 'text', autoComplete: 'name' },
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
} as const;

interface FieldProps {
  readonly panel: Panel;
  readonly name: FieldName;
  readonly value: string;
  readonly isRequired: boolean;
  readonly fault: FieldFault | undefined;
  readonly isFirst: boolean;
  readonly onInput: (value: string) => void;
}

export function Field({ panel, name, value, isRequired, fault, isFirst, onInput }: FieldProps) {
  const { texts } = panel;
  return (
    <div className="field">
      <label htmlFor={name}>{texts.field[name]}</label>
      {!isRequired && <small id={`${name}-hint`}> {texts.optional}</small>}
      <input
        id={name}
        name={name}
        {...KINDS[name]}
        value={value}
        required={isRequired}
        maxLength={254}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-fault` : isRequired ? undefined : `${name}-hint`}
        data-focus={isFirst ? '' : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {fault && (
        <p className="fault" id={`${name}-fault`}>
          {fault === 'required' ? texts.required : texts.invalid[name]}
        </p>
      )}
    </div>
  );
}
