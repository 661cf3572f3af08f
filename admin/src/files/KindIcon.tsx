import { File, FilePdf, Image, VolumeUp } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AttachmentKind } from '../../../plugins/attendance/protocol/shared/attachment-kinds';

const ICONS = { image: Image, pdf: FilePdf, text: File, office: File, audio: VolumeUp } as const;

const Tile = styled.span`
  display: grid;
  flex: none;
  place-items: center;
  width: 36px;
  height: 36px;
  border-radius: 6px;
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.primary600};
`;

export function KindIcon({ kind }: { readonly kind: AttachmentKind }) {
  const Icon = ICONS[kind];
  return (
    <Tile aria-hidden>
      <Icon width="18px" height="18px" />
    </Tile>
  );
}
