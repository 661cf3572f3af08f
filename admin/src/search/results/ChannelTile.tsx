import type { ElementType } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import { Message, Phone } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Channel } from '../../../../plugins/attendance/protocol/shared/choices';
import { useTexts } from '../../i18n/useTexts';
import { VideoIcon } from '../../ui/icons/VideoIcon';

const ICONS: Readonly<Record<Channel, ElementType>> = { chat: Message, voice: Phone, video: VideoIcon };

const Tile = styled.span`
  display: grid;
  place-items: center;
  flex: none;
  width: 36px;
  height: 36px;
  border-radius: 10px;
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral700};
  svg {
    width: 16px;
    height: 16px;
  }
  svg path {
    fill: currentColor;
  }
`;

/** Channel of a past interaction: without a colour, for it asks for nobody any more. */
export function ChannelTile({ channel }: { readonly channel: Channel }) {
  const t = useTexts();
  const Icon = ICONS[channel];
  return (
    <Tile title={t(`ui.channel.${channel}`)}>
      <Icon aria-hidden />
      <VisuallyHidden>{t(`ui.channel.${channel}`)}</VisuallyHidden>
    </Tile>
  );
}
