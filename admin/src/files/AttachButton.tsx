import { useRef } from 'react';
import { IconButton } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';

import { acceptOf } from '../../../plugins/attendance/protocol/shared/attachment-kinds';
import { useTexts } from '../i18n/useTexts';
import type { Files } from './useFiles';

interface AttachButtonProps {
  readonly files: Files;
  readonly isDisabled: boolean;
  readonly onFiles: (files: FileList) => void;
}

/** Button that chooses files for the next message. */
export function AttachButton({ files: { rules }, isDisabled, onFiles }: AttachButtonProps) {
  const t = useTexts();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        variant="ghost"
        label={t('files.attach')}
        disabled={isDisabled}
        onClick={() => chooser.current?.click()}
      >
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
          if (target.files !== null) onFiles(target.files);
          // Cleared, so that the same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
