import { lengthOf, type FieldFault } from '../../../plugins/attendance/protocol/rules/form-rules';
import type { PanelField } from '../../../plugins/attendance/protocol/settings/site';
import { maskInput } from './mask-cpf';
import type { FormTexts } from '../i18n/shapes/form-texts';
import { elementId } from './useAnswers';

/** The largest number of options that are all shown as radio buttons; more become a list to open. */
const MOST_IN_SIGHT = 5;

export interface FormFieldProps {
  readonly texts: FormTexts;
  readonly field: PanelField;
  readonly value: string;
  readonly fault: FieldFault | undefined;
  readonly isFirst: boolean;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** A form field of any type, with its label, hint and error [F2]. */
export function FormField(props: FormFieldProps) {
  const { field } = props;
  switch (field.type) {
    case 'checkbox':
      return <Tick {...props} />;
    case 'choice':
      return field.options.length > MOST_IN_SIGHT ? <Labelled {...props} /> : <Options {...props} />;
    default:
      return <Labelled {...props} />;
  }
}

/** Returns the attributes that inputs of every type share. */
function attributesOf({ fault, field: { hint, id, isRequired }, isFirst }: FormFieldProps) {
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    required: isRequired,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': described || undefined,
    'data-focus': isFirst ? '' : undefined,
  };
}

function Labelled(props: FormFieldProps) {
  const { field, texts } = props;
  return (
    <div className="field">
      <label htmlFor={elementId(field.id)}>{field.label}</label>
      <Optional {...props} />
      <Box {...props} />
      <Remarks field={field} fault={props.fault} texts={texts} />
    </div>
  );
}

function Optional({ field, texts }: Pick<FormFieldProps, 'field' | 'texts'>) {
  return field.isRequired ? null : <small> {texts.optional}</small>;
}

/** Maps a field's type to the input's attributes: what a browser may fill in, and which keyboard a phone shows. */
const KINDS = {
  text: { type: 'text' },
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
  cpf: { type: 'text', inputMode: 'numeric', placeholder: '000.000.000-00' },
} as const;

function Box(props: FormFieldProps) {
  const { field, onChange, onLeave, texts, value } = props;
  const shared = { id: elementId(field.id), name: field.id, value, onBlur: onLeave, ...attributesOf(props) };
  const maxLength = lengthOf(field);
  switch (field.type) {
    case 'long-text':
      return (
        <textarea
          {...shared}
          rows={3}
          maxLength={maxLength}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <select {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{texts.choose}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'checkbox':
      return null;
    default:
      return (
        <input
          {...shared}
          {...KINDS[field.type]}
          {...(field.target === 'name' ? { autoComplete: 'name' } : {})}
          maxLength={maxLength}
          onInput={({ currentTarget }) =>
            onChange(field.type === 'cpf' ? maskInput(currentTarget) : currentTarget.value)
          }
        />
      );
  }
}

function Options(props: FormFieldProps) {
  const { fault, field, isFirst, onChange, texts, value } = props;
  const { 'aria-describedby': described } = attributesOf(props);
  return (
    <fieldset className="field" aria-describedby={described} aria-invalid={fault ? true : undefined}>
      <legend>
        {field.label}
        <Optional field={field} texts={texts} />
      </legend>
      {field.options.map((option, index) => (
        <label key={option.value} className="tick">
          <input
            type="radio"
            id={index === 0 ? elementId(field.id) : undefined}
            name={field.id}
            value={option.value}
            checked={option.value === value}
            required={field.isRequired}
            data-focus={isFirst && index === 0 ? '' : undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
      <Remarks field={field} fault={fault} texts={texts} />
    </fieldset>
  );
}

function Tick(props: FormFieldProps) {
  const { fault, field, onChange, texts, value } = props;
  return (
    <div className="field">
      <label className="tick">
        <input
          type="checkbox"
          id={elementId(field.id)}
          checked={value === 'true'}
          {...attributesOf(props)}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'true' : '')}
        />
        <span>
          {field.label}
          <Optional field={field} texts={texts} />
        </span>
      </label>
      <Remarks field={field} fault={fault} texts={texts} />
    </div>
  );
}

function Remarks({
  fault,
  field: { hint, id, type },
  texts,
}: Pick<FormFieldProps, 'fault' | 'field' | 'texts'>) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault === 'invalid' || (fault === 'required' && type === 'checkbox')
            ? texts.invalid[type]
            : texts.fault[fault]}
        </p>
      )}
    </>
  );
}
