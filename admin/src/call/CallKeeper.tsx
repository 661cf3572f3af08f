import { useEffect } from 'react';
import { Button } from '@strapi/design-system';
import { useLocation, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { Stopwatch } from '../ui/Clock';
import { connectedCall } from '../model/selectors/select-call';
import { PAGE_PATH } from '../strapi/plugin-id';
import { isSearchView } from '../model/page-view';
import { CallSound } from './CallSound';
import { useCallDesk, useCallView } from './useCallDesk';
import { keepSurface } from './stage/keep-surface';
import type { OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';

const Bar = styled.section`
  position: fixed;
  right: 16px;
  bottom: 16px;
  z-index: 4;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  max-width: calc(100vw - 32px);
  padding: 8px 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** Keeps the call alive on every page of the admin panel; in a small bar wherever its panel is not in sight. */
export function CallKeeper() {
  const desk = useCallDesk();
  if (!desk?.call) return null;
  return <KeptCall call={desk.call} />;
}

function KeptCall({ call }: { readonly call: OngoingCall }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { surface } = useCallView(call);
  const interaction = useAttendance(connectedCall);
  const selectedId = useAttendance((state) => state.selectedId);
  useEffect(() => (surface === null ? undefined : keepSurface(surface)), [surface]);
  if (interaction === null) return null;
  const isInSight = pathname === PAGE_PATH && !isSearchView(search) && selectedId === interaction.id;
  return (
    <>
      {/* The sound is mounted in one place on every page: moved, it would fall silent. */}
      <CallSound call={call} />
      {!isInSight && (
        <Bar aria-label={t('call.area')}>
          <span>
            {t('call.ongoing')} · <Stopwatch since={interaction.call.startedAt} />
          </span>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => {
              navigate(PAGE_PATH);
              void currentSession()?.open(interaction.id);
            }}
          >
            {t('call.back')}
          </Button>
          <Button size="S" variant="danger" onClick={() => void currentSession()?.hangUp(interaction.id)}>
            {t('call.hangUp')}
          </Button>
        </Bar>
      )}
    </>
  );
}
