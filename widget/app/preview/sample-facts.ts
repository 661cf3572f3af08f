import type { PreviewView } from '../../../plugins/attendance/protocol/rules/preview';
import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { VisitorInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { FactAction } from '../model/actions';

type Id<Name extends 'interaction' | 'agent'> = Name extends 'interaction'
  ? VisitorInteraction['id']
  : Extract<VisitorInteraction, { status: 'assigned' }>['agent']['id'];

const MINUTE_MS = 60_000;
const AGENT = { id: 1 as Id<'agent'>, name: 'Ana Martins', isOnline: true, isAway: false };

const LINES: Readonly<Record<Locale, readonly [side: 'visitor' | 'agent', body: string][]>> = {
  'pt-BR': [
    ['visitor', 'Bom dia! Meu pedido já saiu?'],
    ['agent', 'Bom dia! Já, sim: saiu hoje cedo e chega amanhã.'],
    ['visitor', 'Que ótimo, obrigada!'],
    ['agent', 'Posso ajudar em mais alguma coisa?'],
  ],
  en: [
    ['visitor', 'Good morning! Has my order left?'],
    ['agent', 'Good morning! It has: it left early today and arrives tomorrow.'],
    ['visitor', 'Great, thank you!'],
    ['agent', 'Is there anything else I can do?'],
  ],
  es: [
    ['visitor', '¡Buenos días! ¿Ya salió mi pedido?'],
    ['agent', '¡Buenos días! Sí: salió hoy temprano y llega mañana.'],
    ['visitor', '¡Qué bien, gracias!'],
    ['agent', '¿Puedo ayudarte en algo más?'],
  ],
};

/** Returns the facts that bring this view about; `number` is the id of an interaction that no earlier view has shown. */
export function factsOf(
  view: PreviewView,
  { locale, now, number, siteVersion }: { locale: Locale; now: number; number: number; siteVersion: number },
): FactAction[] {
  const interaction = interactionOf(view, number, now);
  const snapshot = {
    serverNow: now,
    availability: view === 'offline' ? ('offline' as const) : ('online' as const),
    isRecognised: false,
    token: null,
    visitorName: '',
    visitorEmail: '',
    known: [],
    siteVersion,
    interaction: null,
    messages: [],
  };
  const facts: FactAction[] = [{ type: 'snapshot', fact: snapshot }];
  if (interaction !== null) facts.push({ type: 'interaction:changed', fact: { interaction } });
  if (interaction !== null && interaction.lastSequence > 0)
    for (const message of messagesOf(locale, now))
      facts.push({ type: 'message:posted', fact: { interactionId: interaction.id, message } });
  // The panel shows the end only of an interaction that it holds already.
  if (interaction !== null && (view === 'ended' || view === 'rating'))
    facts.push({
      type: 'interaction:changed',
      fact: {
        interaction: {
          ...baseOf(number, now),
          revision: 2,
          status: 'ended',
          endedAt: now,
          endedBy: 'agent',
          agent: AGENT,
        },
      },
    });
  return facts;
}

function interactionOf(view: PreviewView, number: number, now: number): VisitorInteraction | null {
  switch (view) {
    case 'queue':
      return {
        ...baseOf(number, now),
        lastSequence: 0,
        status: 'waiting',
        place: { position: 3, estimatedWaitMs: 2 * MINUTE_MS },
      };
    case 'chat':
    case 'ended':
    case 'rating':
      return { ...baseOf(number, now), status: 'assigned', agent: AGENT };
    case 'launcher':
    case 'trigger':
    case 'home':
    case 'offline':
      return null;
  }
}

function baseOf(number: number, now: number) {
  const all = { delivered: 5, read: 5 };
  return {
    id: number as Id<'interaction'>,
    revision: 1,
    protocolNumber: `${new Date(now).getUTCFullYear()}-000123`,
    channel: 'chat' as const,
    call: null,
    waitingSince: now - 5 * MINUTE_MS,
    lastSequence: 5,
    receipts: { visitor: all, agent: all },
  };
}

function messagesOf(locale: Locale, now: number): Message[] {
  const at = (sequence: number) => ({ sequence, sentAt: now - (6 - sequence) * MINUTE_MS });
  const written = LINES[locale].map(([side, body], index): Message => {
    const base = { ...at(index + 2), clientMessageId: `sample-${index}`, body };
    return side === 'visitor'
      ? { ...base, side }
      : { ...base, side, agentId: AGENT.id, agentName: AGENT.name };
  });
  return [{ ...at(1), side: 'system', line: { kind: 'agent-joined', agentName: AGENT.name } }, ...written];
}
