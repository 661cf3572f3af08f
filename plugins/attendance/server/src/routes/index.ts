const open = { auth: false, policies: [], middlewares: [] };

/** Public HTTP, under /api/attendance. Our own content types have no routes at all. */
export const routes = {
  'content-api': {
    type: 'content-api' as const,
    routes: [
      { method: 'GET', path: '/widget.js', handler: 'widget.loader', config: open },
      { method: 'GET', path: '/widget/frame', handler: 'widget.frame', config: open },
      { method: 'GET', path: '/widget/assets/:file', handler: 'widget.asset', config: open },
      { method: 'GET', path: '/sites/:key/config', handler: 'widget.config', config: open },
    ],
  },
};
