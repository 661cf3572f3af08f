import type { Site } from '../application/sites';

const ASSETS = '/api/attendance/widget/assets';

/** The page inside the widget's frame: nothing of a visitor or site is written into it but its language. */
export function toFramePage(site: Site, files: { readonly script: string; readonly style: string }): string {
  return `<!doctype html>
<html lang="${site.defaultLocale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>Atendimento</title>
<link rel="stylesheet" href="${ASSETS}/${files.style}">
<script type="module" src="${ASSETS}/${files.script}"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

/** Who may show the frame is the site's list, and what runs in it is ours alone. */
export function toFramePolicy(site: Site): string {
  const ancestors = site.origins.length === 0 ? "'none'" : site.origins.join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}
