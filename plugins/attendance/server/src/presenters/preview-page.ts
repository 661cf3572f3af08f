import { PUBLIC_HTTP_PREFIX } from '../../../protocol/shared/version';

const ASSETS = `${PUBLIC_HTTP_PREFIX}/widget/assets`;

/** The page that shows admins the widget with settings that are not saved yet [F1]: launcher and dialog as on a site, on an empty page. */
export function toPreviewPage(adminOrigin: string): string {
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Atendimento</title>
<script defer src="${ASSETS}/preview.js" data-base="${PUBLIC_HTTP_PREFIX}" data-admin="${adminOrigin}"></script>
</head>
<body></body>
</html>
`;
}

/** The panel inside it: the same script and sheet as on a site. */
export function toPreviewFrame(files: { readonly script: string; readonly style: string }): string {
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>Atendimento</title>
<link rel="stylesheet" href="${ASSETS}/${files.style}">
<script type="module" src="${ASSETS}/${files.script}"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

/**
 * Returns the preview's content security policy: only the admin panel's own pages may show it, and it can send no request: its content comes from the page
 * around it. Pictures that an admin has just chosen may lie wherever the media library keeps its files.
 */
export function toPreviewPolicy(adminOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-src 'self'",
    "connect-src 'none'",
    "img-src 'self' data: http: https:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `frame-ancestors 'self'${adminOrigin === '' ? '' : ` ${adminOrigin}`}`,
  ].join('; ');
}
