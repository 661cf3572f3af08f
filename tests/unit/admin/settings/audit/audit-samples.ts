import type { AttachmentSettings } from '../../../../../plugins/attendance/protocol/attachments/attachments';
import type { DepartmentUpdate } from '../../../../../plugins/attendance/protocol/settings/departments';
import type { HoursUpdate } from '../../../../../plugins/attendance/protocol/settings/hours';
import type { MediaSettings } from '../../../../../plugins/attendance/protocol/calls/media-settings';
import type { AgentUpdate, GeneralSettings } from '../../../../../plugins/attendance/protocol/settings/rest';
import type { RetentionDays } from '../../../../../plugins/attendance/protocol/settings/retention';
import type {
  ReportConditions,
  ReportFilter,
} from '../../../../../plugins/attendance/protocol/reports/report-filter';
import type { ReportSettings } from '../../../../../plugins/attendance/protocol/reports/reports';
import type { SiteUpdate } from '../../../../../plugins/attendance/protocol/settings/site';
import type {
  CannedResponse,
  CustomField,
  Tag,
} from '../../../../../plugins/attendance/protocol/tools/tools';
import type { AuditNoun } from '../../../../../plugins/attendance/protocol/settings/audit';
import { id } from '../../builders';

const line = (text: string) => ({ 'pt-BR': text, en: text, es: text });
const picture = { fileId: 7, url: '/uploads/logo.png' };
const DAY = [{ from: 540, to: 1_080 }];

const SITE: Omit<SiteUpdate, 'version'> & { key: string } = {
  key: 'loja',
  name: 'Loja',
  origins: ['https://loja.exemplo'],
  channels: ['chat'],
  languages: ['pt-BR', 'en'],
  defaultLocale: 'pt-BR',
  departmentId: id(3),
  appearance: {
    companyName: 'Loja',
    colour: '#4945ff',
    theme: 'auto',
    position: 'right',
    offsetX: 20,
    offsetY: 20,
    launcherIcon: 'chat',
    layer: 2_147_483_000,
    pages: { choice: 'except', patterns: ['/pagamento'] },
    logo: picture,
    agentAvatar: picture,
    texts: {
      greeting: line('Oi'),
      launcherText: line('Ajuda'),
      queue: line('Espere'),
      offlineTitle: line('Fora'),
      offline: line('Deixe'),
      outsideHours: line('Fechado'),
      ended: line('Obrigado'),
    },
    triggers: [{ pattern: '/', afterSeconds: 30, text: line('Posso ajudar?') }],
  },
  form: {
    isOn: true,
    fields: [
      {
        id: 'x1',
        type: 'choice',
        label: line('Assunto'),
        hint: line('Escolha'),
        options: [{ value: 'o1', label: line('Troca') }],
        isRequired: true,
        channels: ['chat', 'voice'],
        condition: { fieldId: 'x0', equals: 'true' },
        target: 'name',
      },
    ],
    consent: { isOn: true, needsCheck: true, text: line('Aceito'), version: 2 },
  },
  rating: { kind: 'stars', asksComment: true },
  transcript: { canDownload: true, canEmail: true },
};
const GENERAL: Omit<GeneralSettings, 'version'> = {
  defaultCapacity: 4,
  persistenceMs: 90_000,
  ringMs: 30_000,
  missedMax: 3,
  graceMs: 300_000,
  reserveAfterMs: 30_000,
};
const HOURS: Omit<HoursUpdate, 'version'> = {
  isOn: true,
  timeZone: 'America/Sao_Paulo',
  week: [DAY, DAY, DAY, DAY, DAY, [], []],
  holidays: [{ date: '2026-12-25', name: 'Natal', isYearly: true, intervals: DAY }],
};
const DEPARTMENT: Omit<DepartmentUpdate, 'version'> = { key: 'vendas', name: 'Vendas', agentIds: [id(1)] };
const AGENT: Omit<Required<AgentUpdate>, 'version'> = {
  publicName: 'Ana',
  photo: picture,
  capacity: 3,
  channels: ['chat'],
  departmentIds: [id(3)],
};
const RETENTION: RetentionDays = {
  interactions: 30,
  offlineMessages: 30,
  visitors: 30,
  addresses: 30,
  audit: 365,
};
const MEDIA: Omit<MediaSettings, 'version'> = {
  videoHeight: 720,
  unsafeRoomAt: null,
  direct: { iceUrls: ['stun:stun.exemplo.com:3478'], turnLifetimeMs: 7_200_000, hasTurnSecret: true },
  jitsi: {
    domain: 'meet.exemplo.com',
    kind: 'self-hosted',
    algorithm: 'HS256',
    appId: 'atende',
    audience: 'jitsi',
    subject: 'meet',
    keyId: 'k1',
    hasSigningKey: true,
    hasReservationSecret: true,
  },
};
const UPLOADS: Omit<AttachmentSettings, 'version'> = {
  visitorsMayUpload: true,
  agentsMayUpload: true,
  kinds: ['image', 'pdf'],
  maxBytes: 10 * 1_024 * 1_024,
  quotaMegabytes: 5_120,
};
const CANNED: Omit<CannedResponse, 'id' | 'version'> = {
  shortcut: 'oi',
  title: 'Oi',
  body: 'Oi!',
  departmentId: id(3),
};
const TAG: Omit<Tag, 'id' | 'version'> = { name: 'Frete', colour: '#be185d', isArchived: true };
const FIELD: Omit<CustomField, 'id' | 'version'> & { order: readonly string[] } = {
  label: line('Placa'),
  type: 'text',
  subject: 'visitor',
  options: ['a', 'b'],
  isArchived: false,
  order: ['Placa', 'Cor'],
};
const REPORTS: Omit<ReportSettings, 'version'> = {
  timeZone: 'America/Sao_Paulo',
  chatLevelMs: 30_000,
  callLevelMs: 20_000,
  showsFollowers: true,
};

const EXPORT: ReportConditions &
  Omit<ReportFilter, 'origin'> & { origin: string; rows: number; isComplete: boolean } = {
  from: '2026-11-01',
  to: '2026-11-30',
  channel: 'chat',
  siteId: 1 as ReportFilter['siteId'],
  departmentId: 3 as ReportFilter['departmentId'],
  agentId: 2 as ReportFilter['agentId'],
  tagId: 4 as ReportFilter['tagId'],
  origin: 'shop.example/cart',
  outcome: 'answered',
  endedBy: 'agent',
  weekday: 0,
  hour: 9,
  has: 'call',
  rating: '5',
  level: 'met',
  measured: 'waiting',
  raised: '1',
  own: 'attended',
  rows: 12,
  isComplete: true,
};

/** All that can be noted of each thing: a new setting does not compile here before it is written down. */
export const EVERYTHING: Readonly<Record<Exclude<AuditNoun, 'visitor' | 'interaction'>, object>> = {
  site: SITE,
  settings: GENERAL,
  hours: HOURS,
  department: DEPARTMENT,
  agent: AGENT,
  retention: RETENTION,
  media: MEDIA,
  uploads: UPLOADS,
  canned: CANNED,
  tag: TAG,
  field: FIELD,
  report: { ...REPORTS, ...EXPORT, format: 'csv' },
};
