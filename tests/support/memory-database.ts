import type { AttachmentId } from '../../plugins/attendance/protocol/attachments';
import type {
  Captured,
  Department,
  FieldValues,
  Message,
  Receipts,
  Visitor,
} from '../../plugins/attendance/protocol/entities';
import type {
  AgentId,
  CustomFieldId,
  DepartmentId,
  InteractionId,
  SiteId,
  TagId,
  VisitorId,
} from '../../plugins/attendance/protocol/ids';
import type { ConsentGiven, FormAnswer } from '../../plugins/attendance/protocol/form';
import type { Note } from '../../plugins/attendance/protocol/tools';
import type { GeneralSettings } from '../../plugins/attendance/protocol/rest';
import type {
  AgentProfile,
  ClosingDetails,
  StoredInteraction,
} from '../../plugins/attendance/server/src/application/ports';
import type { Interaction } from '../../plugins/attendance/server/src/domain/interaction';
import type { TokenTimes } from '../../plugins/attendance/server/src/domain/visitor-token';
import type { AttachmentRecord } from './memory-attachments';

type Changeable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

export interface InteractionRecord {
  interaction: Interaction;
  revision: number;
  pendingSince: number | null;
  receipts: Receipts;
  captured: Captured;
  readonly answers: readonly FormAnswer[];
  readonly consent: ConsentGiven | null;
  /** The last assignment's time, which the end does not take away [R12]. */
  assignedAt: number | null;
  visitorEndedAt: number | null;
  closing: ClosingDetails | null;
  protocolNumber: string;
  readonly messages: Message[];
}

export interface AgentRecord extends Changeable<Omit<AgentProfile, 'capacity'>> {
  lastAssignedAt: number;
  lostAt: number | null;
  missedInARow: number;
}

export interface VisitorRecord extends Changeable<Visitor> {
  readonly siteId: SiteId;
  startKey: { readonly key: string; readonly at: number } | null;
  lastAgentId: AgentId | null;
}

export interface SlotRecord {
  readonly agentId: AgentId;
  readonly slot: number;
  readonly interactionId: InteractionId;
}

export interface AssignmentRecord {
  readonly interactionId: InteractionId;
  readonly agentId: AgentId;
  readonly assignedAt: number;
  openedAt: number | null;
  releasedAt: number | null;
  outcome: string;
}

export interface TokenRecord extends Changeable<TokenTimes> {
  readonly token: string;
  visitorId: VisitorId;
  readonly siteId: SiteId;
  readonly family: string;
}

/** What all the in-memory stores of one installation share: rows, and no rules (memory-tx.ts). */
export interface MemoryDatabase {
  settings: GeneralSettings;
  beatenAt: number | null;
  slots: SlotRecord[];
  tokens: TokenRecord[];
  readonly sites: Map<SiteId, string>;
  readonly departments: Map<DepartmentId, Department>;
  readonly agents: Map<AgentId, AgentRecord>;
  readonly visitors: Map<VisitorId, VisitorRecord>;
  /** Who those are now that are another's. */
  readonly merged: Map<VisitorId, VisitorId>;
  readonly interactions: Map<InteractionId, InteractionRecord>;
  readonly assignments: AssignmentRecord[];
  readonly attachments: Map<AttachmentId, AttachmentRecord>;
  readonly notes: Note[];
  readonly tags: { readonly interactionId: InteractionId; readonly tagId: TagId }[];
  readonly archivedTags: Map<TagId, boolean>;
  readonly fieldSubjects: Map<CustomFieldId, 'visitor' | 'interaction'>;
  /** By the subject's kind and id. */
  readonly fieldValues: Map<string, FieldValues>;
}

export function createMemoryDatabase(settings: GeneralSettings): MemoryDatabase {
  return {
    settings,
    beatenAt: null,
    slots: [],
    tokens: [],
    sites: new Map(),
    departments: new Map(),
    agents: new Map(),
    visitors: new Map(),
    merged: new Map(),
    interactions: new Map(),
    assignments: [],
    attachments: new Map(),
    notes: [],
    tags: [],
    archivedTags: new Map(),
    fieldSubjects: new Map(),
    fieldValues: new Map(),
  };
}

export function nextId<Id>(rows: ReadonlyMap<Id, unknown>): Id {
  return (rows.size + 1) as Id;
}

export function addSite({ sites }: MemoryDatabase, name: string): SiteId {
  const id = nextId(sites);
  sites.set(id, name);
  return id;
}

export function addDepartment({ departments }: MemoryDatabase, key: string): DepartmentId {
  const id = nextId(departments);
  departments.set(id, { id, key, name: key });
  return id;
}

export function addTag({ archivedTags }: MemoryDatabase): TagId {
  const id = nextId(archivedTags);
  archivedTags.set(id, false);
  return id;
}

export function addField(
  { fieldSubjects }: MemoryDatabase,
  subject: 'visitor' | 'interaction',
): CustomFieldId {
  const id = nextId(fieldSubjects);
  fieldSubjects.set(id, subject);
  return id;
}

export function capacityOf({ settings }: MemoryDatabase, { ownCapacity }: AgentRecord): number {
  return ownCapacity ?? settings.defaultCapacity;
}

const PREVIEW_LENGTH = 140;

/** The record as the port answers it. */
export function toStored(database: MemoryDatabase, record: InteractionRecord): StoredInteraction {
  const { interaction, messages, receipts } = record;
  const agentId = 'agentId' in interaction ? interaction.agentId : null;
  const visitor = database.visitors.get(interaction.visitorId);
  const last = messages.findLast(({ side }) => side !== 'system');
  return {
    interaction,
    revision: record.revision,
    protocolNumber: record.protocolNumber,
    siteName: database.sites.get(interaction.siteId) ?? '',
    department: database.departments.get(interaction.departmentId ?? (0 as DepartmentId)) ?? null,
    visitor: {
      id: interaction.visitorId,
      name: visitor?.name ?? '',
      email: visitor?.email ?? '',
      phone: visitor?.phone ?? '',
      document: visitor?.document ?? '',
    },
    agentName: (agentId === null ? null : database.agents.get(agentId)?.publicName) ?? '',
    agentPhoto: (agentId === null ? null : database.agents.get(agentId)?.photo?.url) ?? '',
    lastSequence: messages.length,
    pendingSince: record.pendingSince,
    unreadCount: messages.filter(({ sequence, side }) => side === 'visitor' && sequence > receipts.agent.read)
      .length,
    lastPreview:
      last === undefined || last.side === 'system'
        ? null
        : {
            side: last.side,
            body: [...last.body].slice(0, PREVIEW_LENGTH).join(''),
            sentAt: last.sentAt,
            ...(last.attachments !== undefined && {
              files: last.attachments.map(({ kind, name }) => ({ kind, name })),
            }),
          },
    receipts,
    captured: record.captured,
    // Labels are not kept in memory: their own store is held to its promises on SQLite alone.
    tagIds: [],
    fieldValues: {},
    answers: record.answers,
    consent: record.consent,
    rating: null,
  };
}
