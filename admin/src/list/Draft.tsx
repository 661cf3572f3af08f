import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';

const Badge = styled.span`
  margin-right: 5px;
  font-weight: 600;
  color: ${shade('noteInk')};
`;

/** Replaces the preview by the agent's unsent text. */
export function Draft({ text }: { readonly text: string }) {
  const t = useTexts();
  return (
    <>
      <Badge>{t('list.draft.badge')}</Badge>
      {text}
    </>
  );
}
