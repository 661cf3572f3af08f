import { Discuss } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';

const Place = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 16px;
  padding: 24px;
  text-align: center;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
  svg {
    width: 40px;
    height: 40px;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.neutral300};
  }
`;

/** The middle while nothing is selected. */
export function PickOne() {
  const t = useTexts();
  return (
    <Place>
      <Discuss aria-hidden />
      <p>{t('conversation.pick')}</p>
    </Place>
  );
}
