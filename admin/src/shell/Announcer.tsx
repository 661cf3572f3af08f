import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '@strapi/design-system';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { indicatorOf, type Indicator } from '../../../plugins/attendance/protocol/rules/indicator';
import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { visitorName } from '../ui/format/visitor-name';
import { isRungByVisitor } from '../model/selectors/select';

/**
 * Announces new and ended interactions and calls to screen readers, and nothing else, in batches and politely [S6, A7].
 */
export function Announcer() {
  const t = useTexts();
  const interactions = useAttendance((state) => state.interactions);
  const told = useRef(new Set<string>());
  const [words, setWords] = useState('');

  useEffect(() => {
    const news = [...interactions.values()].flatMap((interaction) =>
      NEWS_OF[indicatorOf(interaction)](interaction),
    );
    const fresh = news.filter(({ key }) => !told.current.has(key));
    told.current = new Set(news.map(({ key }) => key));
    if (fresh.length === 0) return;
    setWords(
      fresh.map(({ interaction, text }) => t(text, { name: visitorName(interaction.visitor, t) })).join('. '),
    );
  }, [interactions, t]);

  return (
    <VisuallyHidden>
      <p aria-live="polite">{words}</p>
    </VisuallyHidden>
  );
}

interface News {
  readonly key: string;
  readonly text: 'shell.announce.new' | 'shell.announce.call' | 'shell.announce.ended';
  readonly interaction: AgentInteraction;
}

/** What of an interaction is announced, once for each key; of most indicators nothing but a call that the visitor asks for. */
const NEWS_OF: Readonly<Record<Indicator, (interaction: AgentInteraction) => readonly News[]>> = {
  new: (interaction) => [
    {
      key: `new/${interaction.id}/${interaction.assignedAt}`,
      text: interaction.channel === 'chat' ? 'shell.announce.new' : 'shell.announce.call',
      interaction,
    },
  ],
  pending: callNews,
  answered: callNews,
  away: callNews,
  'ended-by-visitor': (interaction) => [
    { key: `ended/${interaction.id}`, text: 'shell.announce.ended', interaction },
  ],
};

function callNews(interaction: AgentInteraction): readonly News[] {
  return isRungByVisitor(interaction)
    ? [{ key: `call/${interaction.id}`, text: 'shell.announce.call', interaction }]
    : [];
}
