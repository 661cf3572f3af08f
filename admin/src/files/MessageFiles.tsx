import { useState } from 'react';
import { IconButton } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { styled } from 'styled-components';

import { formatBytes } from '../../../plugins/attendance/files/check-file';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { currentSession } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { MarkedText } from '../ui/MarkedText';
import { cutText } from '../ui/styles/surfaces';
import { KindIcon } from './KindIcon';
import { Picture } from './Picture';
import { SaveButton } from './SaveButton';

const List = styled.ul<{ $isOwn: boolean }>`
  display: flex;
  flex-direction: column;
  align-items: ${({ $isOwn }) => ($isOwn ? 'flex-end' : 'flex-start')};
  gap: 6px;
  max-width: 100%;
  margin: 0 0 4px;
  padding: 0;
  list-style: none;
  li {
    max-width: 100%;
  }
`;

const Card = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 10px;
  width: 300px;
  max-width: 100%;
  padding: 8px 8px 8px 10px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  audio {
    width: 100%;
    height: 40px;
  }
`;

const Words = styled.span`
  display: flex;
  flex: 1;
  flex-direction: column;
  min-width: 0;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  b {
    ${cutText}
    font-weight: 500;
  }
  small {
    font-size: 1.2rem;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface MessageFilesProps {
  readonly files: readonly Attachment[];
  readonly isOwn?: boolean;
  /** Search words to highlight in the names, if there are any. */
  readonly words?: readonly string[];
}

const NONE: readonly string[] = [];

/** Attachments of a message [C6]: pictures to look at, sound to play, everything to save. */
export function MessageFiles({ files, isOwn = false, words = NONE }: MessageFilesProps) {
  const t = useTexts();
  return (
    <List $isOwn={isOwn} aria-label={t('files.ofMessage')}>
      {files.map((file) => (
        <li key={file.id}>
          {file.picture === null ? <FileCard file={file} words={words} /> : <Picture file={file} />}
        </li>
      ))}
    </List>
  );
}

function FileCard({ file, words }: { readonly file: Attachment; readonly words: readonly string[] }) {
  const t = useTexts();
  const locale = useLocale();
  const [sound, setSound] = useState<string | null>(null);
  const { kind, name, size } = file;
  const play = (): void => {
    // A file that is no longer available stays listed: saving it shows why.
    currentSession()
      ?.files.reader.read(file, 'whole')
      .then(setSound, () => undefined);
  };
  return (
    <Card>
      <KindIcon kind={kind} />
      <Words>
        <b dir="auto" title={name}>
          <MarkedText text={name} words={words} />
        </b>
        <small>
          {t(`files.kind.${kind}`)} · {formatBytes(size, locale)}
        </small>
      </Words>
      {kind === 'audio' && sound === null && (
        <IconButton variant="ghost" label={t('files.play', { name })} withTooltip={false} onClick={play}>
          <Play />
        </IconButton>
      )}
      <SaveButton file={file} />
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a person sent has no captions */}
      {sound !== null && <audio src={sound} controls autoPlay aria-label={name} />}
    </Card>
  );
}
