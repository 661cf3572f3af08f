import { IconButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import { store, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';

const Place = styled.div`
  position: fixed;
  left: 50%;
  bottom: 24px;
  z-index: 5;
  transform: translateX(-50%);
  max-width: calc(100vw - 32px);
`;

const Card = styled.div`
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 8px 8px 8px 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  button {
    border: 0;
  }
`;

/** Notice of a refusal, until it is dismissed. */
export function Notice() {
  const t = useTexts();
  const notice = useAttendance((state) => state.notice);
  const mustEnd = useAttendance((state) => state.mustEnd);
  return (
    <Place role="alert">
      {notice !== null && (
        <Card>
          <span>{mustEnd === null ? t(`ui.error.${notice}`) : t('call.mustEnd', { count: mustEnd })}</span>
          <IconButton
            label={t('ui.dismiss')}
            variant="ghost"
            withTooltip={false}
            onClick={() => store.dispatch({ type: 'notice:dismissed' })}
          >
            <Cross />
          </IconButton>
        </Card>
      )}
    </Place>
  );
}
