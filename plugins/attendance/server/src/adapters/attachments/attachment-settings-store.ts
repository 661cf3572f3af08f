import {
  ATTACHMENT_KINDS,
  type AttachmentKind,
  type AttachmentSettings,
} from '../../../../protocol/attachments/attachments';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { AttachmentSettingsStore } from '../../application/attachments/ports';
import type { Columns, SqlDatabase } from '../database/sql';
import { fromJson } from '../database/columns';
import { createSingleton } from '../settings/singleton';
import { TABLE } from '../database/tables';

interface SettingsRow {
  version: number;
  visitors_may_upload: number | boolean;
  agents_may_upload: number | boolean;
  kinds: string | AttachmentKind[];
  max_bytes: number;
  /** Quota; null in a row of an older version. */
  quota_megabytes: number | null;
}

/** Default: attachments are on for both sides [C6]. */
const DEFAULTS: AttachmentSettings = {
  version: 0,
  visitorsMayUpload: true,
  agentsMayUpload: true,
  kinds: [...ATTACHMENT_KINDS],
  maxBytes: LIMITS.attachmentBytes.default,
  quotaMegabytes: LIMITS.attachmentQuotaMegabytes.default,
};

export function createAttachmentSettingsStore(database: SqlDatabase): AttachmentSettingsStore {
  const { ensure, get, set, update } = createSingleton(database, {
    table: TABLE.attachmentSettings,
    toSettings,
    toColumns,
    first: toColumns(DEFAULTS),
    withoutRow: DEFAULTS,
  });
  return {
    get,
    update,
    ensure: async () => {
      // Written by an older install and never changed by anybody: what holds at first is the product's to say.
      await set(toColumns(DEFAULTS), DEFAULTS.version);
      await ensure();
    },
  };
}

function toSettings(row: SettingsRow): AttachmentSettings {
  return {
    version: row.version,
    visitorsMayUpload: Boolean(row.visitors_may_upload),
    agentsMayUpload: Boolean(row.agents_may_upload),
    kinds: fromJson<AttachmentKind[]>(row.kinds),
    maxBytes: row.max_bytes,
    quotaMegabytes: row.quota_megabytes ?? DEFAULTS.quotaMegabytes,
  };
}

function toColumns({
  agentsMayUpload,
  kinds,
  maxBytes,
  quotaMegabytes,
  visitorsMayUpload,
}: AttachmentSettings): Columns {
  return {
    visitors_may_upload: visitorsMayUpload,
    agents_may_upload: agentsMayUpload,
    kinds: JSON.stringify(ATTACHMENT_KINDS.filter((kind) => kinds.includes(kind))),
    max_bytes: maxBytes,
    quota_megabytes: quotaMegabytes,
  };
}
