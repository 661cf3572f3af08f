import type { AuditAction } from '../../../protocol/settings/audit';

/** Files of messages [C6]. The visitor's token comes in the Authorization header: an address is logged, and passed on. */
export function attachmentRoutes<Open, Attend, Settings, Audited>(
  open: Open,
  attend: Attend,
  settings: Settings,
  audited: (action: AuditAction) => Audited,
) {
  return {
    open: [
      {
        method: 'POST',
        path: '/interactions/:id/attachments',
        handler: 'attachments.uploadByVisitor',
        config: open,
      },
      { method: 'GET', path: '/attachments/:id', handler: 'attachments.readByVisitor', config: open },
      {
        method: 'GET',
        path: '/attachments/:id/thumbnail',
        handler: 'attachments.thumbnailByVisitor',
        config: open,
      },
    ],
    admin: [
      {
        method: 'POST',
        path: '/interactions/:id/attachments',
        handler: 'attachments.uploadByAgent',
        config: attend,
      },
      { method: 'GET', path: '/attachments/:id', handler: 'attachments.readByAgent', config: attend },
      {
        method: 'GET',
        path: '/attachments/:id/thumbnail',
        handler: 'attachments.thumbnailByAgent',
        config: attend,
      },
      { method: 'GET', path: '/attachment-rules', handler: 'attachments.rules', config: attend },
      { method: 'GET', path: '/attachment-settings', handler: 'attachments.readSettings', config: settings },
      { method: 'GET', path: '/attachment-usage', handler: 'attachments.usage', config: settings },
      {
        method: 'PUT',
        path: '/attachment-settings',
        handler: 'attachments.updateSettings',
        config: audited('uploads.update'),
      },
    ],
  };
}
