import type { Knex } from 'knex';

import {
  ATTACHMENT_KINDS,
  type AttachmentKind,
  type AttachmentSettings,
} from '../../../../protocol/attachments';
import { LIMITS } from '../../../../protocol/limits';
import type { AttachmentSettingsStore } from '../../application/attachments/ports';
import { fromJson } from '../interaction-rows';
import { rowsOf } from '../sqlite-connection';
import { TABLE } from '../tables';

interface SettingsRow {
  version: number;
  visitors_may_upload: number | boolean;
  agents_may_upload: number | boolean;
  kinds: string | AttachmentKind[];
  max_bytes: number;
  /** Null in a row of an older version. */
  quota_megabytes: number | null;
}

/** On for both, as the product comes [C6]. */
const DEFAULTS: AttachmentSettings = {
  version: 0,
  visitorsMayUpload: true,
  agentsMayUpload: true,
  kinds: [...ATTACHMENT_KINDS],
  maxBytes: LIMITS.attachmentBytes.default,
  quotaMegabytes: LIMITS.attachmentQuotaMegabytes.default,
};

export function createAttachmentSettingsStore(knex: Knex): AttachmentSettingsStore {
  const get = async (): Promise<AttachmentSettings> => {
    const [row] = await rowsOf<SettingsRow>(knex, `SELECT * FROM ${TABLE.attachmentSettings} LIMIT 1`);
    // Rows may have been taken away behind the service's back; what holds then is what holds at first.
    return row === undefined ? DEFAULTS : toSettings(row);
  };
  return {
    get,
    update: async ({ version, ...settings }) => {
      const changed = await knex(TABLE.attachmentSettings)
        .where({ version })
        .update(toRow({ ...settings, version: version + 1 }));
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: await get() };
    },
    ensure: async () => {
      // Written by an older install and never changed by anybody: what holds at first is the product's to say.
      await knex(TABLE.attachmentSettings).where({ version: DEFAULTS.version }).update(toRow(DEFAULTS));
      if ((await knex(TABLE.attachmentSettings).first('id')) !== undefined) return;
      await knex(TABLE.attachmentSettings).insert(toRow(DEFAULTS));
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

function toRow({
  agentsMayUpload,
  kinds,
  maxBytes,
  quotaMegabytes,
  version,
  visitorsMayUpload,
}: AttachmentSettings) {
  return {
    version,
    visitors_may_upload: visitorsMayUpload,
    agents_may_upload: agentsMayUpload,
    kinds: JSON.stringify(ATTACHMENT_KINDS.filter((kind) => kinds.includes(kind))),
    max_bytes: maxBytes,
    quota_megabytes: quotaMegabytes,
  };
}
