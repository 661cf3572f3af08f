import type { DemoAgent } from './seed-agents';
import type { DemoConversation } from './conversations';
import type { Row } from './stored';

/** One of the demo's past conversations, and where and when it was. */
export interface Seeding {
  readonly conversation: DemoConversation;
  readonly startedAt: number;
  readonly pace: { readonly waitMs: number; readonly lineMs: number };
  readonly siteId: number;
  readonly visitorId: number;
  readonly departmentId: number | null;
  readonly agent: DemoAgent | null;
  readonly tagIds: readonly number[];
  readonly shopUrl: string;
  setProtocol(id: number, protocolNumber: string): Promise<void>;
}

/** Stores a conversation as it would have been left by its people. */
export async function seedConversation(
  create: (type: string, data: Row) => Promise<number>,
  seeding: Seeding,
): Promise<void> {
  const {
    agent,
    conversation,
    departmentId,
    pace,
    setProtocol,
    shopUrl,
    siteId,
    startedAt,
    tagIds,
    visitorId,
  } = seeding;
  const { lineMs, waitMs } = pace;
  const { channel, closingNote, lines, note, stars, visitor } = conversation;
  const openedAt = agent === null ? null : startedAt + waitMs;
  const endedAt = startedAt + waitMs + (lines.length + 1) * lineMs;
  const url = `${shopUrl}${conversation.page}`;
  const id = await create('interaction', {
    siteId,
    visitorId,
    departmentId,
    channel,
    beganAs: channel,
    callCount: channel === 'chat' || agent === null ? 0 : 1,
    status: agent === null ? 'abandoned' : 'ended',
    revision: 1,
    waitingSince: startedAt,
    assignedAt: openedAt,
    openedAt,
    agentId: agent?.id ?? null,
    visitorEndedAt: endedAt - lineMs / 2,
    visitorEndReason: agent === null ? 'visitor-gone' : 'visitor-ended',
    endedAt,
    closingNote,
    lastWriter: lines.at(-1)?.[0] ?? null,
    lastSequence: lines.length,
    visitorRead: lines.length,
    visitorDelivered: lines.length,
    agentRead: agent === null ? 0 : lines.length,
    agentDelivered: agent === null ? 0 : lines.length,
    captured: {
      originUrl: url,
      originTitle: 'Loja Exemplo',
      currentUrl: url,
      currentTitle: 'Loja Exemplo',
      referrer: '',
      language: 'pt-BR',
      browser: conversation.browser,
      operatingSystem: conversation.operatingSystem,
      ip: '203.0.113.7',
    },
    answers: [
      { fieldId: 'name', type: 'text', label: 'Nome', value: visitor.name, shown: visitor.name },
      { fieldId: 'email', type: 'email', label: 'E-mail', value: visitor.email, shown: visitor.email },
    ],
    fieldValues: {},
    ...(stars !== null && { ratingScale: 'stars', ratingScore: stars, ratingComment: '', ratedAt: endedAt }),
  });
  await setProtocol(id, `${new Date(startedAt).getUTCFullYear()}-${String(id).padStart(6, '0')}`);
  for (const [place, [side, body]] of lines.entries())
    await create('message', {
      interactionId: id,
      sequence: place + 1,
      side,
      clientMessageId: `demo-${id}-${place}`,
      agentId: side === 'agent' ? agent?.id : null,
      agentName: side === 'agent' ? agent?.name : '',
      body,
      attachments: [],
      sentAt: startedAt + waitMs + place * lineMs,
    });
  if (agent === null) return;
  if (channel !== 'chat')
    await create('call-attempt', {
      interactionId: id,
      attempt: 1,
      medium: channel,
      room: `demo-${id}`,
      provider: 'direct',
      startedAt: openedAt,
      endedAt: endedAt - lineMs / 2,
      endedBy: 'visitor',
    });
  await create('assignment', {
    interactionId: id,
    agentId: agent.id,
    assignedAt: openedAt,
    openedAt,
    releasedAt: endedAt,
    outcome: 'ended',
  });
  for (const tagId of tagIds)
    await create('interaction-tag', { interactionId: id, tagId, agentId: agent.id, taggedAt: endedAt });
  if (note !== '')
    await create('note', {
      interactionId: id,
      clientNoteId: `demo-${id}`,
      agentId: agent.id,
      agentName: agent.name,
      body: note,
      writtenAt: endedAt,
    });
}
