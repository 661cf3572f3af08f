import type { SystemLine } from '../../plugins/attendance/protocol/messages/messages';

const MEDIA = ['voice', 'video'] as const;

/** Lines of each kind, one for each wording: a kind that is forgotten does not compile. */
export const SAMPLE_LINES: {
  readonly [Kind in SystemLine['kind']]: readonly Extract<SystemLine, { kind: Kind }>[];
} = {
  'agent-joined': [{ kind: 'agent-joined', agentName: 'Ana' }],
  'agent-left': (['missed', 'lost'] as const).map((reason) => ({
    kind: 'agent-left',
    agentName: 'Ana',
    reason,
  })),
  'page-changed': [{ kind: 'page-changed', url: 'https://loja.example/caixa', title: 'Caixa' }],
  'visitor-ended': (['visitor-ended', 'visitor-gone', 'visitor-blocked'] as const).map((reason) => ({
    kind: 'visitor-ended',
    reason,
  })),
  'agent-ended': [{ kind: 'agent-ended' }],
  'call-started': MEDIA.map((medium) => ({ kind: 'call-started', medium })),
  'call-ended': (['visitor', 'agent', 'nobody'] as const).map((by) => ({
    kind: 'call-ended',
    medium: 'voice',
    by,
    durationMs: 192_000,
  })),
  'call-unanswered': (['visitor', 'agent'] as const).flatMap((by) =>
    (['declined', 'withdrawn', 'lapsed'] as const).map((reason) => ({
      kind: 'call-unanswered' as const,
      medium: 'voice' as const,
      by,
      reason,
    })),
  ),
  transferred: [{ kind: 'transferred', from: 'Ana', toKind: 'agent', to: 'Bruno', note: 'segredo' }],
};
