import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Tag } from '../../../plugins/attendance/protocol/tools/tools';
import type { Indicator } from '../../../plugins/attendance/protocol/rules/indicator';
import { messageLine } from '../files/message-line';
import type { Translate } from '../i18n/useTexts';
import { visitorName } from '../ui/format/visitor-name';

interface RowWords {
  readonly indicator: Indicator;
  readonly tags: readonly Tag[];
  readonly hasDraft: boolean;
}

/** Returns a row's accessible name: name and indicator [S6]; nothing that ticks. */
export function rowName(
  interaction: AgentInteraction,
  { hasDraft, indicator, tags }: RowWords,
  t: Translate,
): string {
  const { channel, department, unreadCount, visitor } = interaction;
  const parts = [visitorName(visitor, t), t(`ui.indicator.${indicator}`)];
  if (channel !== 'chat') parts.push(t(`ui.channel.${channel}`));
  parts.push(...callTexts(interaction, t), ...(department === null ? [] : [department.name]));
  if (unreadCount > 0) parts.push(t('list.unread', { count: unreadCount }));
  if (hasDraft) parts.push(t('list.draft.badge'));
  if (tags.length > 0) parts.push(t('tags.inRow', { names: tags.map(({ name }) => name).join(', ') }));
  return parts.join(', ');
}

/** Returns a row's texts on the call; empty without one. */
function callTexts({ call }: AgentInteraction, t: Translate): readonly string[] {
  if (call === null) return [];
  if (call.state === 'connected') return [t('call.ongoing')];
  return [call.by === 'agent' ? t('call.asking') : t(`call.requested.${call.medium}`)];
}

/** Returns the line beneath the name: a call that goes on, else the last message. */
export function previewOf(interaction: AgentInteraction, t: Translate): string {
  const { lastPreview } = interaction;
  const [call] = callTexts(interaction, t);
  if (call !== undefined) return call;
  if (lastPreview === null) return t('list.noText');
  const text = messageLine(lastPreview, t);
  return lastPreview.side === 'agent' ? t('list.you', { text }) : text;
}
