import type {
  AttachmentSettings,
  AttachmentUsage,
} from '../../../../plugins/attendance/protocol/attachments/attachments';
import type { Block } from '../../../../plugins/attendance/protocol/visitors/blocks';
import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/settings/departments';
import type { HoursSettings } from '../../../../plugins/attendance/protocol/settings/hours';
import type { MediaSettings } from '../../../../plugins/attendance/protocol/calls/media-settings';
import type { ReportSettings } from '../../../../plugins/attendance/protocol/reports/reports';
import type { AgentSettings, GeneralSettings } from '../../../../plugins/attendance/protocol/settings/rest';
import type { RetentionSettings } from '../../../../plugins/attendance/protocol/settings/retention';
import type { SelfCheck } from '../../../../plugins/attendance/protocol/settings/self-check';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import type { CannedResponse, CustomField, Tag } from '../../../../plugins/attendance/protocol/tools/tools';

/** Admin routes that a settings page reads, with the response of each. */
export interface Readable {
  '/attendance/agents': readonly AgentSettings[];
  '/attendance/attachment-settings': AttachmentSettings;
  '/attendance/attachment-usage': AttachmentUsage;
  '/attendance/blocks': readonly Block[];
  '/attendance/canned-responses': readonly CannedResponse[];
  '/attendance/departments': readonly DepartmentSettings[];
  '/attendance/fields': readonly CustomField[];
  '/attendance/hours': HoursSettings;
  '/attendance/mail': { readonly canSend: boolean };
  '/attendance/media': MediaSettings;
  '/attendance/report-settings': ReportSettings;
  '/attendance/retention': RetentionSettings;
  '/attendance/self-check': SelfCheck;
  '/attendance/settings': GeneralSettings;
  '/attendance/sites': readonly SiteSettings[];
  '/attendance/tags': readonly Tag[];
}
