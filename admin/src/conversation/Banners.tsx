import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { RatingMark } from '../ui/RatingMark';
import type { Rating } from '../../../plugins/attendance/protocol/interactions/ratings';
import { useSentences, useTexts } from '../i18n/useTexts';
import { Countdown } from '../ui/Clock';
import { shade } from '../ui/styles/surfaces';

const Banner = styled.p`
  padding: 8px 24px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${shade('warning')};
  font-size: 1.3rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const BANNER_OF = {
  'visitor-ended': 'conversation.endedBanner',
  'visitor-gone': 'conversation.goneBanner',
  'visitor-blocked': 'conversation.blockedBanner',
} as const;

/** Banner for a visitor who has ended, left or been blocked, or who is away. */
export function VisitorBanner({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const sentence = useSentences();
  const { awayUntil, rating, visitorEndedAt, visitorEndReason } = interaction;
  if (visitorEndedAt !== null)
    return (
      <Banner>
        {t(BANNER_OF[visitorEndReason ?? 'visitor-ended'])}
        {rating !== null && <RatingGiven rating={rating} />}
      </Banner>
    );
  if (awayUntil === null) return null;
  return <Banner>{sentence('conversation.awayBanner', { time: <Countdown until={awayUntil} /> })}</Banner>;
}

const Line = styled.span`
  display: block;
`;

/** Shows the visitor's rating while the ended interaction is still on screen [W4]. */
function RatingGiven({ rating }: { readonly rating: Rating }) {
  const t = useTexts();
  return (
    <Line>
      {t('ui.rating.given')}: <RatingMark rating={rating} />
      {rating.comment !== '' && <span dir="auto"> “{rating.comment}”</span>}
    </Line>
  );
}
