// The demo shop: static pages on an origin of their own, with the one-line snippet in them.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'public');

/** Every file that the shop serves; any other path is not found. */
const FILES = new Map([
  ['/', 'index.html'],
  ['/cafeteira', 'cafeteira.html'],
  ['/caneca', 'caneca.html'],
  ['/sacola', 'sacola.html'],
  ['/contato', 'contato.html'],
  ...['shop.css', 'shop.js', 'img/cafeteira.svg', 'img/caneca.svg', 'img/mesa.svg', 'img/marca.svg'].map(
    (file) => /** @type {[string, string]} */ ([`/${file}`, file]),
  ),
]);

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Returns a policy as strict as a host page can have: itself and Atende, nothing inline, Trusted Types demanded.
 * @param {string} atendeUrl
 */
function contentSecurityPolicy(atendeUrl) {
  return [
    `default-src 'none'`,
    `script-src 'self' ${atendeUrl}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self' ${atendeUrl}`,
    `frame-src ${atendeUrl}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');
}

/**
 * Starts the demo shop. Rejects when the port cannot be opened.
 * @param {{ host: string, port: number, atendeUrl: string, siteKey: string }} options `atendeUrl` is an origin; port 0 takes a free one
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startDemoShop({ host, port, atendeUrl, siteKey }) {
  const policy = contentSecurityPolicy(atendeUrl);
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', response, { atendeUrl, siteKey, policy });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${actualPort}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((fault) => (fault ? reject(fault) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * Responds to a request with one of the shop's files.
 * @param {string} url
 * @param {import('node:http').ServerResponse} response
 * @param {{ atendeUrl: string, siteKey: string, policy: string }} site
 */
async function answer(url, response, { atendeUrl, siteKey, policy }) {
  const file = FILES.get(new URL(url, 'http://shop').pathname);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Página não encontrada.\n');
    return;
  }
  const extension = extname(file);
  response.setHeader('content-type', TYPES[extension] ?? 'application/octet-stream');
  response.setHeader('x-content-type-options', 'nosniff');
  if (extension !== '.html') {
    createReadStream(join(folder, file))
      .on('error', () => response.destroy())
      .pipe(response);
    return;
  }
  try {
    const page = await readFile(join(folder, file), 'utf8');
    response.setHeader('content-security-policy', policy);
    response.end(page.replaceAll('{{ATENDE_URL}}', atendeUrl).replaceAll('{{SITE_KEY}}', siteKey));
  } catch {
    response.writeHead(500).end();
  }
}
