import type { Knex } from 'knex';

import { sqlOn } from '../../adapters/database/sqlite/sql-on';
import { createAttachmentSettingsStore } from '../../adapters/attachments/attachment-settings-store';
import { createAuditStore } from '../../adapters/audit/audit-store';
import { createAuditLog, type AuditLog, type AuditSnapshots } from '../../application/audit/audit';
import { subjectOf as subjectOfBlock, type Blocks } from '../../application/blocks/blocks';
import type { ConfigureMedia } from '../../application/calls/media-settings';
import type { AgentStore } from '../../application/agents/ports';
import type { ReportSettingsStore } from '../../application/reports/report-settings';
import type { SettingsStore, SiteStore } from '../../application/settings/sites';
import type { ToolLists } from '../../application/tools/tools';
import type { AuditSide } from '../../middlewares/audit';
import { toAgentUpdate } from '../../presenters/agent';
import { toMediaSettings } from '../../presenters/media-settings';
import { toEditable } from '../../presenters/site';
import type { Host } from '../host';
import type { SettingsSide } from './settings';
import { toolSnapshots } from './tool-snapshots';

export interface AuditPorts {
  readonly log: AuditLog;
  readonly sites: SiteStore;
  readonly settings: SettingsStore;
  readonly settingsSide: Pick<SettingsSide, 'departments' | 'hours' | 'retention'>;
  readonly agents: AgentStore;
  readonly media: ConfigureMedia;
  readonly tools: ToolLists;
  readonly blocks: Pick<Blocks, 'all'>;
  readonly reportSettings: Pick<ReportSettingsStore, 'get'>;
}

export function openAuditLog({ clock, sql }: Pick<Host, 'clock' | 'sql'>): AuditLog {
  return createAuditLog(createAuditStore(sql), clock);
}

/** Assembles the audit log for the routes that change settings. */
export function openAudit({ knex, log }: Host, ports: AuditPorts): AuditSide {
  return {
    log: ports.log,
    snapshots: { ...snapshotsOf(ports), uploads: uploadsSnapshot(knex) },
    onFault: (fault, action) =>
      log.error('attendance: a change was made and not audited', { action, fault: String(fault) }),
  };
}

/** Returns the snapshot of the attachment settings [C6]. */
function uploadsSnapshot(knex: Knex): NonNullable<AuditSnapshots['uploads']> {
  const uploads = createAttachmentSettingsStore(sqlOn(knex));
  return async () => ({ subject: '', values: await uploads.get() });
}

/** Returns the snapshots, one entry for each kind of thing that admin routes change: what is compared is what the settings page shows. */
function snapshotsOf({
  agents,
  blocks,
  media,
  reportSettings,
  settings,
  settingsSide,
  sites,
  tools,
}: AuditPorts): AuditSnapshots {
  const { departments, hours, retention } = settingsSide;
  return {
    site: async (id) => {
      const site = (await sites.all()).find((each) => each.id === id);
      return site === undefined ? null : { subject: site.name, values: toEditable(site) };
    },
    agent: async (id) => {
      const agent = (await agents.profiles()).find((each) => each.id === id);
      return agent === undefined ? null : { subject: agent.publicName, values: toAgentUpdate(agent) };
    },
    department: async (id) => {
      const department = (await departments.list()).find((each) => each.id === id);
      if (department === undefined) return null;
      const { waitingCount: _, ...values } = department;
      return { subject: department.name, values };
    },
    'visitor.unblock': (id) => {
      const block = blocks.all().find((each) => each.id === id);
      if (block === undefined) return Promise.resolve(null);
      const { byName, reason, until } = block;
      const values = { by: byName, reason, until: until ?? 'forever' };
      return Promise.resolve({ subject: subjectOfBlock(block), values });
    },
    hours: async () => ({ subject: '', values: await hours.get() }),
    retention: async () => ({ subject: '', values: (await retention.get()).days }),
    'report.update': async () => ({ subject: '', values: await reportSettings.get() }),
    settings: async () => ({ subject: '', values: await settings.get() }),
    ...toolSnapshots(tools),
    media: async () => ({ subject: '', values: toMediaSettings(await media.get()) }),
  };
}
