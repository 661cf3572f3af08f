import { useState } from 'react';
import { IconButton, VisuallyHidden } from '@strapi/design-system';
import { ArrowClockwise, Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import { formatBytes } from '../../../plugins/attendance/files/check-file';
import { nameTypes } from '../../../plugins/attendance/protocol/shared/attachment-kinds';
import type { TrayEntry } from '../../../plugins/attendance/files/tray';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { useLocale, useTexts, type Translate } from '../i18n/useTexts';
import { cutText } from '../ui/styles/surfaces';
import { KindIcon } from './KindIcon';
import type { Files } from './useFiles';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  max-height: 168px;
  margin-bottom: 10px;
  overflow-y: auto;
`;

const Item = styled.li<{ $isWrong: boolean }>`
  display: flex;
  align-items: center;
  gap: 10px;
  width: min(100%, 300px);
  padding: 6px 6px 6px 8px;
  border: 1px solid ${({ theme, $isWrong }) => ($isWrong ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Preview = styled.img`
  flex: none;
  width: 36px;
  height: 36px;
  border-radius: 6px;
  object-fit: cover;
`;

const Words = styled.span`
  display: flex;
  flex: 1;
  flex-direction: column;
  min-width: 0;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Name = styled.span`
  ${cutText}
`;

const Small = styled.span<{ $isWrong?: boolean }>`
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${({ theme, $isWrong }) => ($isWrong ? theme.colors.danger600 : theme.colors.neutral600)};
`;

const Fault = styled.p`
  margin-bottom: 8px;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.danger600};
`;

const Bar = styled.progress`
  width: 100%;
  height: 4px;
  margin-top: 4px;
  border: 0;
  border-radius: 2px;
  overflow: hidden;
  appearance: none;
  background: ${({ theme }) => theme.colors.neutral200};
  &::-webkit-progress-bar {
    background: ${({ theme }) => theme.colors.neutral200};
  }
  &::-webkit-progress-value {
    background: ${({ theme }) => theme.colors.primary600};
    transition: width 150ms;
  }
  &::-moz-progress-bar {
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Files of the next message, each with its progress; a failure is shown here, beside the file. */
export function FileTray({ files }: { readonly files: Files }) {
  const t = useTexts();
  const { entries, isOverfull } = files.view;
  return (
    <>
      <div role="alert">
        {isOverfull && <Fault>{t('files.tooMany', { count: LIMITS.attachmentsOfMessage })}</Fault>}
      </div>
      {entries.length > 0 && (
        <List aria-label={t('files.list')}>
          {entries.map((entry) => (
            <TrayItem key={entry.key} entry={entry} files={files} />
          ))}
        </List>
      )}
      <VisuallyHidden aria-live="polite">{files.ready === null ? t('files.waits') : ''}</VisuallyHidden>
    </>
  );
}

function TrayItem({ entry, files }: { readonly entry: TrayEntry; readonly files: Files }) {
  const t = useTexts();
  const locale = useLocale();
  const { key, kind, name, previewUrl, size, state } = entry;
  // A file that only claims to be a picture cannot be drawn.
  const [isBroken, setBroken] = useState(false);
  const share = state.kind === 'sending' ? Math.round(state.share * 100) : 0;
  return (
    <Item $isWrong={state.kind === 'failed'}>
      {previewUrl === null || isBroken ? (
        <KindIcon kind={kind ?? 'text'} />
      ) : (
        <Preview src={previewUrl} alt="" onError={() => setBroken(true)} />
      )}
      <Words>
        <Name dir="auto" title={name}>
          {name}
        </Name>
        {state.kind === 'failed' ? (
          <Small $isWrong role="alert">
            {wordFailure(state.failure, files, locale, t)}
          </Small>
        ) : (
          <Small>
            {formatBytes(size, locale)}
            {state.kind === 'ready' && <VisuallyHidden>, {t('files.ready')}</VisuallyHidden>}
          </Small>
        )}
        {state.kind === 'sending' && (
          <Bar max={100} value={share} aria-label={t('files.sending', { name })} />
        )}
      </Words>
      {state.kind === 'failed' && state.canRetry && (
        <IconButton
          variant="ghost"
          size="S"
          label={t('files.retry', { name })}
          onClick={() => files.tray.retry(key)}
        >
          <ArrowClockwise />
        </IconButton>
      )}
      <IconButton
        variant="ghost"
        size="S"
        label={t('files.remove', { name })}
        onClick={() => files.tray.remove(key)}
      >
        <Cross />
      </IconButton>
    </Item>
  );
}

function wordFailure(
  failure: Extract<TrayEntry['state'], { kind: 'failed' }>['failure'],
  { rules }: Files,
  locale: string,
  t: Translate,
): string {
  return t(`files.failure.${failure}`, {
    most: formatBytes(rules.maxBytes, locale),
    taken: nameTypes(rules.kinds),
  });
}
