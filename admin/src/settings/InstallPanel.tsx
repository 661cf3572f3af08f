import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { PUBLIC_HTTP_PREFIX } from '../../../plugins/attendance/protocol/version';
import { useTexts } from '../i18n/useTexts';
import { Panel } from './Panel';

const Snippet = styled.code`
  flex: 1;
  min-width: 0;
  padding: 12px 16px;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, monospace;
  font-size: 1.3rem;
  line-height: 2rem;
  overflow-wrap: anywhere;
`;

/** The line for the site's pages [F6]. */
export function InstallPanel({ siteKey }: { readonly siteKey: string }) {
  const t = useTexts();
  const { copy } = useClipboard();
  const [isCopied, setCopied] = useState(false);
  const origin = new URL(window.strapi.backendURL || '/', window.location.origin).origin;
  const snippet = `<script async src="${origin}${PUBLIC_HTTP_PREFIX}/widget.js" data-site="${siteKey}"></script>`;
  return (
    <Panel title={t('site.install')}>
      <Typography textColor="neutral600">{t('site.install.hint')}</Typography>
      <Flex gap={3} wrap="wrap" alignItems="center">
        <Snippet>{snippet}</Snippet>
        <Button
          variant="secondary"
          startIcon={isCopied ? <Check aria-hidden /> : <Duplicate aria-hidden />}
          onClick={() => void copy(snippet).then(setCopied)}
        >
          <span aria-live="polite">{t(isCopied ? 'site.install.copied' : 'site.install.copy')}</span>
        </Button>
      </Flex>
    </Panel>
  );
}
