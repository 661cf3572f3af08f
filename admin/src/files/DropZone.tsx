import { useEffect, useRef, useState, type RefObject } from 'react';
import { Paperclip } from '@strapi/icons';
import { styled } from 'styled-components';

import { watchDropAndPaste } from '../../../plugins/attendance/files/drop-and-paste';
import { useTexts } from '../i18n/useTexts';

/** Drop target over the conversation, which the files are for. */
const Zone = styled.div`
  position: absolute;
  inset: 12px;
  z-index: 3;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 12px;
  border: 2px dashed ${({ theme }) => theme.colors.primary600};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0}f0;
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.6rem;
  font-weight: 600;
  line-height: 2.2rem;
  pointer-events: none;
  svg {
    width: 28px;
    height: 28px;
  }
  svg path {
    fill: currentColor;
  }
`;

interface DropZoneProps {
  /** Field into which files can be pasted. */
  readonly field: RefObject<Element>;
  readonly onFiles: (files: FileList) => void;
}

/** Accepts files that are dropped or pasted, and shows the target while they are held over the page. */
export function DropZone({ field, onFiles }: DropZoneProps) {
  const t = useTexts();
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(
    () =>
      watchDropAndPaste(
        (files) => take.current(files),
        setOver,
        (other) => other === field.current,
      ),
    [field],
  );
  if (!isOver) return null;
  return (
    <Zone aria-hidden>
      <Paperclip />
      {t('files.drop')}
    </Zone>
  );
}
