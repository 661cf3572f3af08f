import { useState } from 'react';
import { IconButton } from '@strapi/design-system';
import { ArrowClockwise, Download } from '@strapi/icons';

import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';

/** Saves a file under its own name; shows when it is no longer available. */
export function SaveButton({ file }: { readonly file: Attachment }) {
  const t = useTexts();
  const [hasFailed, setFailed] = useState(false);
  const { name } = file;
  return (
    <IconButton
      variant="ghost"
      label={hasFailed ? t('files.save.failed', { name }) : t('files.save', { name })}
      withTooltip={false}
      onClick={() => {
        setFailed(false);
        currentSession()
          ?.files.reader.save(file)
          .catch(() => setFailed(true));
      }}
    >
      {hasFailed ? <ArrowClockwise /> : <Download />}
    </IconButton>
  );
}
