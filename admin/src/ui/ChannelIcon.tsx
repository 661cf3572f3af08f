import { Phone } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import { VideoIcon } from './icons/VideoIcon';

const Place = styled.span`
  flex: none;
  align-self: center;
  line-height: 0;
  color: ${({ theme }) => theme.colors.neutral700};
  svg {
    width: 14px;
    height: 14px;
  }
  svg path {
    fill: currentColor;
  }
`;

/** Icon of a call; chats, being the rule, have none. The channel's name is in the row's own. */
export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  if (channel === 'chat') return null;
  return <Place aria-hidden>{channel === 'voice' ? <Phone /> : <VideoIcon />}</Place>;
}
