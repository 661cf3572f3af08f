import type { AttachmentId } from '../../../plugins/attendance/protocol/attachments/attachments';
import type {
  Captured,
  Department,
  FieldValues,
} from '../../../plugins/attendance/protocol/interactions/people';
import type { Message, Receipts } from '../../../plugins/attendance/protocol/messages/messages';
import type { OfflineMessage } from '../../../plugins/attendance/protocol/messages/offline-messages';
import type {
  AgentId,
  CustomFieldId,
  DepartmentId,
  InteractionId,
  OfflineMessageId,
  SiteId,
  TagId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import type { ConsentGiven, FormAnswer } from '../../../plugins/attendance/protocol/settings/form';
import type {
  CannedResponse,
  CustomField,
  Note,
  Tag,
} from '../../../plugins/attendance/protocol/tools/tools';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import type { AuditRecord } from '../../../plugins/attendance/server/src/application/audit/audit';
import type { StoredBlock } from '../../../plugins/attendance/server/src/application/blocks/blocks';
import type { StoredAttachment } from '../../../plugins/attendance/server/src/application/attachments/rows';
import type { PresenceEndReason } from '../../../plugins/attendance/protocol/reports/report-choices';
import type { OpenPeriod } from '../../../plugins/attendance/server/src/application/agents/presence-rows';
import type { AgentProfile } from '../../../plugins/attendance/server/src/application/agents/ports';
import type {
  ClosingDetails,
  StoredInteraction,
} from '../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import type {
  StoredToken,
  VisitorRow,
} from '../../../plugins/attendance/server/src/application/visitors/rows';
import type { Interaction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type { Term } from '../../../plugins/attendance/server/src/domain/visitors/visitor-terms';
import type { ReportRecord } from '../../../plugins/attendance/server/src/domain/reports/report-record';
import type { MemoryList } from './rows/memory-lists';

type Changeable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

export interface InteractionRecord {
  interaction: Interaction;
  revision: number;
  pendingSince: number | null;
  receipts: Receipts;
  captured: Captured;
  readonly answers: readonly FormAnswer[];
  readonly consent: ConsentGiven | null;
  /** Time of the last assignment, which the end does not clear [R12]. */
  assignedAt: number | null;
  visitorEndedAt: number | null;
  closing: ClosingDetails | null;
  protocolNumber: string;
  readonly messages: Message[];
}

export interface AttachmentRecord {
  stored: StoredAttachment;
  retryAt: number | null;
  readonly uploadedAt: number;
}

export interface AgentRecord extends Changeable<Omit<AgentProfile, 'capacity'>> {
  lastAssignedAt: number;
  lostAt: number | null;
  missedInARow: number;
}

export interface DepartmentRecord extends Changeable<Department> {
  version: number;
}

/** A visitor's row; values of custom fields are in `fieldValues`. */
export interface VisitorRecord extends Changeable<Omit<VisitorRow, 'fieldValues'>> {
  mergedInto: VisitorId | null;
  termsVersion: number | null;
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

export interface CallAttemptRecord {
  readonly interactionId: InteractionId;
  readonly room: string;
  readonly startedAt: number;
  endedAt: number | null;
}

/** Time Online; without an end while it lasts. */
export interface PresenceRecord extends OpenPeriod {
  agentName: string;
  endedAt: number | null;
  endReason: PresenceEndReason | null;
}

/** The rows of an interaction that is over, with the version of the rules. */
export interface ReportRecordRow {
  record: ReportRecord;
  readonly version: number;
}

/** A token's row; ascending by id, as they are inserted. */
export interface TokenRecord extends Changeable<StoredToken> {
  readonly hash: string;
  readonly siteId: SiteId;
}

export interface AuditRow {
  readonly record: AuditRecord;
  readonly at: number;
}

/** Rows shared by all in-memory stores of one installation, and no rules (memory-tx.ts). */
export interface MemoryDatabase {
  settings: GeneralSettings;
  beatenAt: number | null;
  slots: SlotRecord[];
  tokens: TokenRecord[];
  readonly sites: Map<SiteId, string>;
  readonly departments: Map<DepartmentId, DepartmentRecord>;
  readonly lists: {
    readonly tags: MemoryList<Tag>;
    readonly cannedResponses: MemoryList<CannedResponse>;
    readonly fields: MemoryList<CustomField>;
  };
  readonly agents: Map<AgentId, AgentRecord>;
  readonly visitors: Map<VisitorId, VisitorRecord>;
  readonly terms: Map<VisitorId, readonly Term[]>;
  readonly blocks: Changeable<StoredBlock>[];
  readonly audit: AuditRow[];
  readonly offlineMessages: Map<OfflineMessageId, OfflineMessage>;
  readonly interactions: Map<InteractionId, InteractionRecord>;
  readonly assignments: AssignmentRecord[];
  readonly callAttempts: CallAttemptRecord[];
  readonly presencePeriods: PresenceRecord[];
  readonly reports: Map<InteractionId, ReportRecordRow>;
  /** Sites that ask for a rating. */
  readonly ratedSites: Set<SiteId>;
  readonly attachments: Map<AttachmentId, AttachmentRecord>;
  readonly notes: Note[];
  readonly tags: { readonly interactionId: InteractionId; readonly tagId: TagId }[];
  readonly archivedTags: Map<TagId, boolean>;
  readonly tagNames: Map<TagId, string>;
  readonly fieldSubjects: Map<CustomFieldId, 'visitor' | 'interaction'>;
  /** Values of custom fields, by the subject's kind and id. */
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
    lists: {
      tags: { rows: [], used: new Set() },
      cannedResponses: { rows: [], used: new Set() },
      fields: { rows: [], used: new Set() },
    },
    agents: new Map(),
    visitors: new Map(),
    terms: new Map(),
    blocks: [],
    audit: [],
    offlineMessages: new Map(),
    interactions: new Map(),
    assignments: [],
    callAttempts: [],
    presencePeriods: [],
    reports: new Map(),
    ratedSites: new Set(),
    attachments: new Map(),
    notes: [],
    tags: [],
    archivedTags: new Map(),
    tagNames: new Map(),
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
  departments.set(id, { id, key, name: key, version: 0 });
  return id;
}

export function addTag({ archivedTags, tagNames }: MemoryDatabase, name = ''): TagId {
  const id = nextId(archivedTags);
  archivedTags.set(id, false);
  tagNames.set(id, name);
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

function departmentOf({ departments }: MemoryDatabase, id: DepartmentId | null): Department | null {
  const record = id === null ? undefined : departments.get(id);
  return record === undefined ? null : { id: record.id, key: record.key, name: record.name };
}

const PREVIEW_LENGTH = 140;

/** Returns the record as the port returns it. */
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
    department: departmentOf(database, interaction.departmentId),
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
