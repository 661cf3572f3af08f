import { IconButton } from '@strapi/design-system';
import { Phone } from '@strapi/icons';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { VideoIcon } from '../ui/icons/VideoIcon';
import { raisableTo } from '../model/selectors/select-call';

/** Buttons that raise a chat to a call, for an agent who takes calls [M1]. */
export function RaiseButtons({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const self = useAttendance((state) => state.self);
  return raisableTo(interaction, self).map((medium) => (
    <IconButton
      key={medium}
      label={t(`call.raise.${medium}`)}
      variant="tertiary"
      onClick={() => void currentSession()?.askCall(interaction.id, medium)}
    >
      {medium === 'voice' ? <Phone /> : <VideoIcon />}
    </IconButton>
  ));
}
