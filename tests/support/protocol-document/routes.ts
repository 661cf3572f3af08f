import { ADMIN_HTTP_PREFIX, PUBLIC_HTTP_PREFIX } from '../../../plugins/attendance/protocol/shared/version';
import { routes } from '../../../plugins/attendance/server/src/routes';
import { REPORT_HANDLERS } from './reports';
import { TOOL_HANDLERS } from './tools';

export interface DocumentedRoute {
  readonly method: string;
  readonly path: string;
  readonly answer: string;
  readonly note: string;
}

/** Response of each handler; a route whose handler is missing here fails the document. */
const HANDLERS: Readonly<Record<string, readonly [answer: string, note: string]>> = {
  'widget.loader': ['the script that a site includes', 'JavaScript, cached for 5 min.'],
  'widget.frame': [
    'the page inside the widget’s frame',
    'HTML, for `?site={key}`; only the site’s origins may frame it.',
  ],
  'widget.preview': [
    'the page that shows settings before they are saved',
    'HTML; only the admin panel may frame it. It asks the server nothing.',
  ],
  'widget.asset': ['a file of the frame', 'Names change with content; cached for a year.'],
  'widget.config': ['[SiteConfig](#siteconfig)', 'Open to every origin, cached for 1 min, at most 2 kB.'],
  'widget.panel': [
    '[PanelConfig](#panelconfig)',
    'For `?locale=`, one of the site’s languages; open to every origin, cached for 1 min.',
  ],
  'widget.pages': ['[SitePages](#sitepages)', 'The same.'],
  'widget.triggers': ['[SiteTriggers](#sitetriggers)', 'The same.'],
  'reservations.create': [
    '`id`, `name`, `mail_owner`, `start_time`, `duration`',
    'For Prosody’s `mod_reservations`: form fields, answer without envelope; 403 `{ message }` unless a call goes on in the room.',
  ],
  'reservations.release': ['empty', 'For Prosody’s `mod_reservations`.'],
  'media.read': ['[MediaSettings](#mediasettings)', 'Secrets are never shown.'],
  'media.update': ['[MediaSettings](#mediasettings)', 'Body: [MediaSettingsUpdate](#mediasettingsupdate).'],
  'media.selfTest': ['[MediaSelfTest](#mediaselftest)', 'Tests what is stored; takes some seconds.'],
  'sites.list': ['list of [SiteSettings](#sitesettings)', ''],
  'sites.create': ['[SiteSettings](#sitesettings)', 'Body: [SiteCreate](#sitecreate).'],
  'sites.update': ['[SiteSettings](#sitesettings)', 'Body: [SiteUpdate](#siteupdate).'],
  'sites.remove': ['empty', '`conflict` for the last one, and while something of it waits or is attended.'],
  'attachments.uploadByVisitor': [
    '[Attachment](#attachment)',
    'The bytes of the file as `application/octet-stream`, its name URI-encoded in `X-File-Name`, and the visitor’s token as `Authorization: Bearer`. A refusal says `reason`: `type`, `empty`, `size`, `quota`, `off`, `ended` or `busy`.',
  ],
  'attachments.readByVisitor': ['the file', 'Bytes, with the visitor’s token as `Authorization: Bearer`.'],
  'attachments.thumbnailByVisitor': ['its thumbnail', 'WebP, of images whose `picture` is not null.'],
  'attachments.uploadByAgent': [
    '[Attachment](#attachment)',
    'As for visitors, for the agent who holds the interaction; permission `plugin::attendance.attend`.',
  ],
  'attachments.readByAgent': [
    'the file',
    'For whoever may read its transcript; permission `plugin::attendance.attend`.',
  ],
  'attachments.thumbnailByAgent': ['its thumbnail', 'The same.'],
  'attachments.rules': [
    '`rules`: [UploadRules](#uploadrules) or null',
    'What agents may upload; permission `plugin::attendance.attend`.',
  ],
  'attachments.readSettings': ['[AttachmentSettings](#attachmentsettings)', ''],
  'attachments.usage': ['[AttachmentUsage](#attachmentusage)', ''],
  'attachments.updateSettings': [
    '[AttachmentSettings](#attachmentsettings)',
    'Body: [AttachmentSettings](#attachmentsettings).',
  ],
  'configure.listAgents': ['list of [AgentSettings](#agentsettings)', ''],
  'configure.updateAgent': ['[AgentSettings](#agentsettings)', 'Body: [AgentUpdate](#agentupdate).'],
  'configure.readSettings': ['[GeneralSettings](#generalsettings)', ''],
  'configure.updateSettings': [
    '[GeneralSettings](#generalsettings)',
    'Body: [GeneralSettings](#generalsettings).',
  ],
  'self-check.read': ['[SelfCheck](#selfcheck)', 'Looks now, at how this request came too [F7].'],
  'self-check.health': [
    '[Health](#health)',
    'For a monitor: `Authorization: Bearer` with the plugin’s `monitorToken`, or of an admin with the permission `plugin::attendance.settings`. 503 while something is `bad`.',
  ],
  'mail.read': ['`canSend`: whether there is somebody to send e-mail [Z27]', ''],
  'audit.list': ['[AuditPage](#auditpage)', 'Query: [AuditQuery](#auditquery). Newest first, 50 at once.'],
  'board.summary': [
    '[BoardSummary](#boardsummary)',
    'What the home page shows of the live board; permission `plugin::attendance.attend`.',
  ],
  'blocks.list': ['list of [Block](#block)', 'Those in force, newest first.'],
  'blocks.lift': ['empty', 'Lifting twice is harmless.'],
  ...TOOL_HANDLERS,
  'departments.list': ['list of [DepartmentSettings](#departmentsettings)', ''],
  'departments.create': [
    '[DepartmentSettings](#departmentsettings)',
    'Body: [DepartmentCreate](#departmentcreate).',
  ],
  'departments.update': [
    '[DepartmentSettings](#departmentsettings)',
    'Body: [DepartmentUpdate](#departmentupdate).',
  ],
  'departments.remove': ['null', 'Refused with 409 while an interaction waits for it.'],
  'hours.read': ['[HoursSettings](#hourssettings)', ''],
  'hours.update': ['[HoursSettings](#hourssettings)', 'Body: [HoursUpdate](#hoursupdate).'],
  'retention.read': ['[RetentionSettings](#retentionsettings)', ''],
  'retention.update': [
    '[RetentionSettings](#retentionsettings)',
    'Body: [RetentionUpdate](#retentionupdate).',
  ],
  ...REPORT_HANDLERS,
  'retention.preview': [
    '[RetentionCounts](#retentioncounts)',
    'Body: [RetentionDays](#retentiondays). What a purge would delete now.',
  ],
};

export const PUBLIC_ROUTES = documented(PUBLIC_HTTP_PREFIX, routes['content-api'].routes);
export const ADMIN_ROUTES = documented(ADMIN_HTTP_PREFIX, routes.admin.routes);

function documented(
  prefix: string,
  table: readonly { readonly method: string; readonly path: string; readonly handler: string }[],
): DocumentedRoute[] {
  return table.map(({ handler, method, path }) => {
    const words = HANDLERS[handler];
    if (words === undefined) throw new Error(`docs/protocol.md knows nothing of the handler ${handler}`);
    return { method, path: `${prefix}${path.replace(/:(\w+)/g, '{$1}')}`, answer: words[0], note: words[1] };
  });
}
