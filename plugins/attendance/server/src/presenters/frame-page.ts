import type { Locale } from '../../../protocol/shared/choices';
import { PUBLIC_HTTP_PREFIX } from '../../../protocol/shared/version';
import type { Site } from '../application/settings/sites';

const ASSETS = `${PUBLIC_HTTP_PREFIX}/widget/assets`;

/** Loading text until the script is here, which takes its time on a slow phone; the stylesheet comes before it. */
const LOADING: Readonly<Record<Locale, string>> = {
  'pt-BR': 'Carregando…',
  en: 'Loading…',
  es: 'Cargando…',
};

/**
 * The page inside the widget's frame: nothing of a visitor or site is written into it but its language. The configuration is fetched
 * beside the script, which asks for it under the same address a moment later.
 */
export function toFramePage(
  site: Site,
  locale: Locale,
  files: { readonly script: string; readonly style: string },
): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>Atendimento</title>
<link rel="preload" as="fetch" crossorigin href="${PUBLIC_HTTP_PREFIX}/sites/${encodeURIComponent(site.key)}/panel?locale=${locale}">
<link rel="stylesheet" href="${ASSETS}/${files.style}">
<script type="module" src="${ASSETS}/${files.script}"></script>
</head>
<body><div id="app"><p class="loading" role="status">${LOADING[locale]}</p></div></body>
</html>
`;
}

/** A Jitsi deployment's client, which calls load from there [M3]. */
export interface JitsiScript {
  readonly scriptUrl: string;
}

/**
 * Returns the frame's content security policy. Only the site's listed origins may show it, and only our script runs in it; with a Jitsi deployment
 * its client too: exactly that script, and the frame that it makes.
 */
export function toFramePolicy(
  site: Site,
  jitsi: JitsiScript | null = null,
  photos: readonly string[] = [],
): string {
  const ancestors = site.origins.length === 0 ? "'none'" : site.origins.join(' ');
  const deployment = jitsi && new URL(jitsi.scriptUrl);
  return [
    "default-src 'none'",
    deployment ? `script-src 'self' ${toSource(deployment)}` : "script-src 'self'",
    ...(deployment ? [`frame-src ${deployment.origin}`] : []),
    "style-src 'self'",
    "connect-src 'self'",
    // Files of messages are shown from memory [C6]; the media library may keep its own elsewhere.
    ['img-src', "'self'", 'data:', 'blob:', ...new Set(pictureOrigins(site, photos))].join(' '),
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The one policy of that name lets the deployment's script through (media/jitsi/jitsi-client.ts).
    `trusted-types ${deployment ? 'atende-jitsi' : "'none'"}`,
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** Returns the source without characters that would end a source or a directive. */
function toSource({ origin, pathname }: URL): string {
  return origin + pathname.replace(/[;,]/g, encodeURIComponent);
}

/** Returns the origins of pictures that the frame shows from the media library, if they are others than the server's. */
function pictureOrigins({ appearance: { agentAvatar, logo } }: Site, photos: readonly string[]): string[] {
  return [logo?.url, agentAvatar?.url, ...photos].flatMap((url = '') =>
    /^https?:/.test(url) ? [new URL(url).origin] : [],
  );
}

/**
 * Returns the headers by which pages with `Cross-Origin-Embedder-Policy: require-corp` may show the frame: they show none without such a rule of its
 * own. Pictures from elsewhere lack the header that the rule asks for: with such, the laxer rule, which not all browsers know. Not beside a Jitsi
 * deployment: its own frame has no such rule, and no call could begin.
 */
export function toIsolation(
  site: Site,
  jitsi: JitsiScript | null,
  photos: readonly string[],
): readonly (readonly [header: string, value: string])[] {
  const shown = ['Cross-Origin-Resource-Policy', 'cross-origin'] as const;
  if (jitsi !== null) return [shown];
  const rule = pictureOrigins(site, photos).length > 0 ? 'credentialless' : 'require-corp';
  return [shown, ['Cross-Origin-Embedder-Policy', rule]];
}
