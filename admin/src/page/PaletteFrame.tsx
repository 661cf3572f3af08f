import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Command } from 'cmdk';
import { styled } from 'styled-components';

const Panel = styled.dialog`
  position: fixed;
  top: 12vh;
  width: min(560px, calc(100vw - 32px));
  margin: 0 auto;
  padding: 0;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  &::backdrop {
    background: rgba(24, 24, 38, 0.4);
  }
  [cmdk-input] {
    width: 100%;
    height: 52px;
    padding: 0 20px;
    border: 0;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    outline: 0;
    background: none;
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-size: 1.6rem;
  }
  [cmdk-list] {
    max-height: min(420px, 60vh);
    overflow-y: auto;
    padding: 8px;
  }
  [cmdk-group-heading] {
    padding: 8px 12px 4px;
    font-size: 1.1rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  [cmdk-empty] {
    padding: 24px;
    text-align: center;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface PaletteFrameProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * The browser's own modal dialog around the palette's list: it keeps the focus, Esc closes it, and the focus goes back.
 */
export function PaletteFrame({ children, label, onClose, placeholder }: PaletteFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // The dialog is closed while still mounted: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The dialog by itself would focus the list's own frame, where letters go nowhere.
    input.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <Panel
      ref={dialog}
      aria-label={label}
      onCancel={onClose}
      onClick={({ currentTarget, target }) => target === currentTarget && onClose()}
    >
      <Command label={label} loop>
        <Command.Input ref={input} placeholder={placeholder} aria-label={label} />
        <Command.List label={label}>{children}</Command.List>
      </Command>
    </Panel>
  );
}
