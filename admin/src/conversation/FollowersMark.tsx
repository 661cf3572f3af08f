import { Tooltip } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { cutText, focusRing, shade } from '../ui/styles/surfaces';

const Mark = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-width: 100%;
  margin-top: 2px;
  padding: 1px 8px;
  border-radius: 10px;
  background: ${shade('whisper')};
  color: ${shade('whisperInk')};
  font-size: 1.2rem;
  font-weight: 600;
  line-height: 1.8rem;
  ${focusRing}
  > span {
    ${cutText}
  }
  svg {
    flex: none;
    width: 14px;
    height: 14px;
  }
  svg path {
    fill: currentColor;
  }
`;

/** Shows the agent which supervisors read this conversation now [R17]; a screen reader hears of it as it begins. */
export function FollowersMark({ id }: { readonly id: InteractionId }) {
  const t = useTexts();
  const locale = useLocale();
  const names = useAttendance(({ followers }) => followers.get(id));
  const words =
    names === undefined
      ? ''
      : t('conversation.followers', {
          count: names.length,
          names: new Intl.ListFormat(locale).format(names),
        });
  return (
    <div role="status">
      {words !== '' && (
        <Tooltip label={t('conversation.followers.hint')}>
          <Mark tabIndex={0}>
            <Eye aria-hidden />
            <span>{words}</span>
          </Mark>
        </Tooltip>
      )}
    </div>
  );
}
