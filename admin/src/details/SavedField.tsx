import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Check } from '@strapi/icons';
import { css, styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { shade } from '../look/surfaces';

/** After the last key; leaving the field saves at once. */
const REST_MS = 800;

const Place = styled.div`
  display: flex;
  flex-direction: column;
  gap: 4px;
`;

const Head = styled.div`
  display: flex;
  justify-content: space-between;
  gap: 8px;
  font-size: 1.2rem;
  line-height: 1.6rem;
  label {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Status = styled.span<{ $status: SavingStatus }>`
  display: inline-flex;
  align-items: center;
  gap: 4px;
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

/** Of every control that saves itself. */
export const savedControl = css`
  width: 100%;
  padding: 0 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;
  &:focus {
    outline: 0;
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

const Input = styled.input`
  ${savedControl}
  height: 36px;
`;

export type SavingStatus = 'idle' | 'saving' | 'saved' | 'failed';

interface SavedFieldProps {
  readonly label: string;
  readonly type: 'text' | 'email' | 'tel';
  readonly value: string;
  readonly maxLength: number;
  /** Whether it was stored; never rejects. */
  readonly onSave: (value: string) => Promise<boolean>;
}

/** A field that saves itself as it is typed, and says so [A4]. What others change shows while nobody types here. */
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
  readonly children: ReactNode;
}

/** Label, how far the saving has come, and the control. */
export function SavedFrame({ children, controlId, label, status }: SavedFrameProps) {
  const t = useTexts();
  return (
    <Place>
      <Head>
        <label htmlFor={controlId}>{label}</label>
        <Status $status={status} role="status">
          {status === 'saved' && <Check aria-hidden />}
          {status !== 'idle' && t(`field.${status}`)}
        </Status>
      </Head>
      {children}
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
      // Nobody types here any more: what is stored shows, unless it could not be stored.
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
  // What was typed just before another interaction is looked at is saved all the same.
  useEffect(() => () => flushLatest.current(), []);

  const change = (text: string): void => {
    setTyped(text);
    setStatus('idle');
    clearTimeout(pending.current?.timer);
    pending.current = { text, timer: setTimeout(() => flushLatest.current(), REST_MS) };
  };
  return { text: typed ?? value, status, change, flush };
}
