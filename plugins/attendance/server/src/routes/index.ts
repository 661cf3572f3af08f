import type { AuditAction } from '../../../protocol/settings/audit';
import { reportTableRoutes } from './report-table';
import { toolRoutes } from './tools';
import { attachmentRoutes } from './attachments';
import { reportRoutes } from './reports';

const open = { auth: false, policies: [], middlewares: ['plugin::attendance.limit-address'] };

const settings = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: ['plugin::attendance.settings'] } },
  ],
};

/** Settings that are changed: each change is noted, with who made it. Every route but a GET is one of these. */
const audited = (action: AuditAction) => ({
  ...settings,
  middlewares: [{ name: 'plugin::attendance.audit', config: { action } }],
});
const attend = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: ['plugin::attendance.attend'] } },
  ],
};

const reports = reportRoutes<object>({
  reports: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: ['plugin::attendance.reports'] } },
    ],
  },
  attend,
  readsSettings: {
    policies: [
      'admin::isAuthenticatedAdmin',
      {
        name: 'plugin::attendance.has-any-permission',
        config: { actions: ['plugin::attendance.reports', 'plugin::attendance.settings'] },
      },
    ],
  },
  audited,
});

const attachments = attachmentRoutes(open, attend, settings, audited);

/** Public HTTP under /api/attendance, admin HTTP under /attendance. Our content types have no routes of their own. */
export const routes = {
  'content-api': {
    type: 'content-api' as const,
    routes: [
      { method: 'GET', path: '/widget.js', handler: 'widget.loader', config: open },
      { method: 'GET', path: '/widget/frame', handler: 'widget.frame', config: open },
      { method: 'GET', path: '/widget/preview', handler: 'widget.preview', config: open },
      { method: 'GET', path: '/widget/assets/:file', handler: 'widget.asset', config: open },
      { method: 'GET', path: '/sites/:key/config', handler: 'widget.config', config: open },
      { method: 'GET', path: '/sites/:key/panel', handler: 'widget.panel', config: open },
      { method: 'GET', path: '/sites/:key/pages', handler: 'widget.pages', config: open },
      { method: 'GET', path: '/sites/:key/triggers', handler: 'widget.triggers', config: open },
      { method: 'POST', path: '/jitsi/conference', handler: 'reservations.create', config: open },
      { method: 'DELETE', path: '/jitsi/conference/:id', handler: 'reservations.release', config: open },
      ...attachments.open,
    ],
  },
  admin: {
    type: 'admin' as const,
    routes: [
      { method: 'GET', path: '/sites', handler: 'sites.list', config: settings },
      { method: 'POST', path: '/sites', handler: 'sites.create', config: audited('site.create') },
      { method: 'PUT', path: '/sites/:id', handler: 'sites.update', config: audited('site.update') },
      { method: 'DELETE', path: '/sites/:id', handler: 'sites.remove', config: audited('site.delete') },
      { method: 'GET', path: '/agents', handler: 'configure.listAgents', config: settings },
      {
        method: 'PUT',
        path: '/agents/:id',
        handler: 'configure.updateAgent',
        config: audited('agent.update'),
      },
      { method: 'GET', path: '/settings', handler: 'configure.readSettings', config: settings },
      {
        method: 'PUT',
        path: '/settings',
        handler: 'configure.updateSettings',
        config: audited('settings.update'),
      },
      { method: 'GET', path: '/media', handler: 'media.read', config: settings },
      { method: 'PUT', path: '/media', handler: 'media.update', config: audited('media.update') },
      { method: 'POST', path: '/media/self-test', handler: 'media.selfTest', config: settings },
      { method: 'GET', path: '/mail', handler: 'mail.read', config: settings },
      { method: 'GET', path: '/self-check', handler: 'self-check.read', config: settings },
      // For a monitor: it looks at the token itself.
      { method: 'GET', path: '/health', handler: 'self-check.health', config: open },
      { method: 'GET', path: '/audit', handler: 'audit.list', config: settings },
      { method: 'GET', path: '/blocks', handler: 'blocks.list', config: settings },
      { method: 'DELETE', path: '/blocks/:id', handler: 'blocks.lift', config: audited('visitor.unblock') },
      { method: 'GET', path: '/departments', handler: 'departments.list', config: settings },
      {
        method: 'POST',
        path: '/departments',
        handler: 'departments.create',
        config: audited('department.create'),
      },
      ...toolRoutes(settings, audited),
      {
        method: 'PUT',
        path: '/departments/:id',
        handler: 'departments.update',
        config: audited('department.update'),
      },
      {
        method: 'DELETE',
        path: '/departments/:id',
        handler: 'departments.remove',
        config: audited('department.delete'),
      },
      { method: 'GET', path: '/hours', handler: 'hours.read', config: settings },
      { method: 'PUT', path: '/hours', handler: 'hours.update', config: audited('hours.update') },
      { method: 'GET', path: '/retention', handler: 'retention.read', config: settings },
      { method: 'PUT', path: '/retention', handler: 'retention.update', config: audited('retention.update') },
      { method: 'POST', path: '/retention/preview', handler: 'retention.preview', config: settings },
      { method: 'GET', path: '/board/summary', handler: 'board.summary', config: attend },
      ...attachments.admin,
      ...reportTableRoutes,
      ...reports,
    ],
  },
};
