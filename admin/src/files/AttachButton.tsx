import { useEffect, useRef, useState } from 'react';
import { IconButton } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';
import { styled } from 'styled-components';

import { watchDropAndPaste } from '../../../plugins/attendance/files/drop-and-paste';
import { acceptOf } from '../../../plugins/attendance/protocol/attachment-kinds';
import { useTexts } from '../i18n/useTexts';
import type { Files } from './useFiles';

const Over = styled.div`
  position: fixed;
  inset: 12px;
  z-index: 10;
  display: grid;
  place-items: center;
  border: 2px dashed ${({ theme }) => theme.colors.primary600};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.primary100}e6;
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.6rem;
  font-weight: 600;
  pointer-events: none;
`;

interface AttachButtonProps {
  readonly files: Files;
  /** Called when some were chosen, dropped or pasted. */
  readonly onChosen: () => void;
}

/** Chooses files for the next message; dropping and pasting them anywhere on the screen does the same. */
export function AttachButton({ files: { rules, tray }, onChosen }: AttachButtonProps) {
  const t = useTexts();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList): void => {
    tray.add(files);
    onChosen();
  };
  const takeNow = useRef(take);
  takeNow.current = take;
  useEffect(() => watchDropAndPaste((files) => takeNow.current(files), setOver), []);
  return (
    <>
      <IconButton variant="ghost" label={t('files.attach')} onClick={() => chooser.current?.click()}>
        <Paperclip />
      </IconButton>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t('files.attach')}
        accept={acceptOf(rules.kinds)}
        onChange={({ target }) => {
          if (target.files !== null) take(target.files);
          // The same one again is another choice.
          target.value = '';
        }}
      />
      {isOver && <Over aria-hidden>{t('files.drop')}</Over>}
    </>
  );
}
