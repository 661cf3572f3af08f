import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Check } from '@strapi/icons';
import { css, styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { modeOf, shade } from '../ui/styles/surfaces';

/** Debounce of saving after the last key, in ms; leaving the field saves at once. */
const DEBOUNCE_MS = 800;

/** Height of a control for a mouse, in pixels. */
const CONTROL_HEIGHT = 32;

/**
 * Distance from the control's end to the status, in pixels: in a text field, and where the browser draws a sign of its
 * own there.
 */
const INSET = { text: 8, sign: 32 } as const;

/** Row with the label beside the control: a line for each field leaves room for the captured facts. */
const Place = styled.div`
  display: grid;
  grid-template-columns: 76px minmax(0, 1fr);
  align-items: center;
  gap: 8px;
  font-size: 1.3rem;
  line-height: 1.8rem;
  > label {
    /* Two lines are as high as the control; the rest is in the tooltip. */
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 1.2rem;
    line-height: 1.5rem;
    overflow-wrap: anywhere;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  > div {
    position: relative;
    min-width: 0;
  }
`;

/** Status at the control's end, over a text that is longer: the control keeps its size, and the text its place. */
const Status = styled.span<{ $status: SavingStatus; $inset: number }>`
  position: absolute;
  top: 8px;
  right: ${({ $inset }) => $inset}px;
  display: inline-flex;
  align-items: center;
  gap: 4px;
  padding-left: 6px;
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.2rem;
  line-height: 1.6rem;
  pointer-events: none;
  color: ${({ theme, $status }) =>
    $status === 'failed'
      ? theme.colors.danger600
      : $status === 'saved'
        ? shade('success')({ theme })
        : theme.colors.neutral600};
  svg {
    width: 12px;
    height: 12px;
  }
  svg path {
    fill: currentColor;
  }
`;

/** Style of every control that saves itself. */
export const savedControl = css`
  width: 100%;
  height: ${CONTROL_HEIGHT}px;
  padding: 0 9px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  /* Signs that the browser draws in the control, such as a calendar, follow the theme. */
  color-scheme: ${({ theme }) => modeOf(theme)};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  text-overflow: ellipsis;
  @media (pointer: coarse) {
    height: 44px;
  }
  &:focus {
    outline: 0;
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

const Input = styled.input`
  ${savedControl}
`;

type SavingStatus = 'idle' | 'saving' | 'saved' | 'failed';

interface SavedFieldProps {
  readonly label: string;
  readonly type: 'text' | 'email' | 'tel';
  readonly value: string;
  readonly maxLength: number;
  /** Saves the value; resolves with whether it was stored, never rejects. */
  readonly onSave: (value: string) => Promise<boolean>;
}

/**
 * A field that saves itself while typing, and shows its status [A4]. Others' changes appear while nobody types here.
 */
export function SavedField({ label, maxLength, onSave, type, value }: SavedFieldProps) {
  const id = useId();
  const { change, flush, status, text } = useSaving(value, onSave);
  return (
    <SavedFrame controlId={id} label={label} status={status}>
      <Input
        id={id}
        // No browser checks what an agent may save as typed.
        type={type === 'email' ? 'text' : type}
        inputMode={type}
        autoComplete="off"
        dir="auto"
        maxLength={maxLength}
        value={text}
        onChange={({ target }) => change(target.value)}
        onBlur={flush}
      />
    </SavedFrame>
  );
}

interface SavedFrameProps {
  readonly controlId: string;
  readonly label: string;
  readonly status: SavingStatus;
  /** Whether the browser draws a sign at the control's end: an arrow, a calendar. */
  readonly hasSign?: boolean;
  readonly children: ReactNode;
}

/** Frame of a field that saves itself: label, control, status of saving. */
export function SavedFrame({ children, controlId, hasSign = false, label, status }: SavedFrameProps) {
  const t = useTexts();
  return (
    <Place>
      <label htmlFor={controlId} title={label} dir="auto">
        {label}
      </label>
      <div>
        {children}
        <Status $status={status} $inset={hasSign ? INSET.sign : INSET.text} role="status">
          {status === 'saved' && <Check aria-hidden />}
          {status !== 'idle' && t(`ui.field.${status}`)}
        </Status>
      </div>
    </Place>
  );
}

export function useSaving(value: string, onSave: SavedFieldProps['onSave']) {
  const [typed, setTyped] = useState<string | null>(null);
  const [status, setStatus] = useState<SavingStatus>('idle');
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  });

  const flush = (): void => {
    if (pending.current === null) {
      // Nobody types here any more: the stored value is shown, unless saving failed.
      if (status !== 'failed' && status !== 'saving') setTyped(null);
      return;
    }
    const { text, timer } = pending.current;
    clearTimeout(timer);
    pending.current = null;
    setStatus('saving');
    void save.current(text).then((isSaved) => {
      if (pending.current === null) setStatus(isSaved ? 'saved' : 'failed');
    });
  };
  const flushLatest = useRef(flush);
  useEffect(() => {
    flushLatest.current = flush;
  });
  // A text typed just before another interaction is opened is saved all the same.
  useEffect(() => () => flushLatest.current(), []);

  const change = (text: string): void => {
    setTyped(text);
    setStatus('idle');
    clearTimeout(pending.current?.timer);
    pending.current = { text, timer: setTimeout(() => flushLatest.current(), DEBOUNCE_MS) };
  };
  return { text: typed ?? value, status, change, flush };
}
