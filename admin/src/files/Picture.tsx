import { useEffect, useState } from 'react';
import { ArrowClockwise } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { focusRing, plainButton } from '../ui/styles/surfaces';
import { useStage } from './PictureStage';
import { boxOf } from './picture-box';

const Thumbnail = styled.button`
  ${plainButton}
  ${focusRing}
  display: grid;
  place-items: center;
  max-width: 100%;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral100};
  cursor: zoom-in;
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;

/** Thumbnail of a picture; its room is reserved before it loads, and a failed load is tried again. */
export function Picture({ file }: { readonly file: Attachment }) {
  const t = useTexts();
  const show = useStage();
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    setFailed(false);
    currentSession()
      ?.files.reader.read(file, 'thumbnail')
      .then(
        (found) => !isGone && setUrl(found),
        () => !isGone && setFailed(true),
      );
    return () => {
      isGone = true;
    };
  }, [file, attempt]);
  const { name } = file;
  const box = boxOf(file.picture);
  return (
    <Thumbnail
      type="button"
      aria-label={t(hasFailed ? 'files.open.failed' : 'files.open', { name })}
      title={hasFailed ? t('files.unavailable') : name}
      style={{ width: `${box.width}px`, aspectRatio: `${box.width} / ${box.height}` }}
      onClick={() => (hasFailed ? setAttempt(attempt + 1) : show(file))}
    >
      {url !== null ? <img src={url} alt="" /> : hasFailed && <ArrowClockwise aria-hidden />}
    </Thumbnail>
  );
}
