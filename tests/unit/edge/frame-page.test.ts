import { describe, expect, it } from 'vitest';

import type { Site } from '../../../plugins/attendance/server/src/application/settings/sites';
import {
  toFramePage,
  toFramePolicy,
  toIsolation,
} from '../../../plugins/attendance/server/src/presenters/frame-page';

const site = (origins: readonly string[], logo: string | null = null) =>
  ({
    key: 'shop',
    origins,
    appearance: { logo: logo === null ? null : { fileId: 1, url: logo }, agentAvatar: null },
  }) as unknown as Site;
const directives = (origins: readonly string[], scriptUrl?: string) =>
  new Map(
    toFramePolicy(site(origins), scriptUrl ? { scriptUrl } : null)
      .split('; ')
      .map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values.join(' ')] as const;
      }),
  );

describe('the frame’s content security policy', () => {
  it('[F5] lets exactly the site’s origins show it', () => {
    const origins = ['https://shop.example', 'https://www.shop.example:8443'];
    expect(directives(origins).get('frame-ancestors')).toBe(origins.join(' '));
    expect(directives([]).get('frame-ancestors')).toBe("'none'");
  });

  it('[W2] lets nothing run, load or be sent but its own', () => {
    const policy = directives(['https://shop.example']);
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src']) expect(policy.get(name)).toBe("'self'");
    for (const name of ['base-uri', 'form-action']) expect(policy.get(name)).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe("'none'");
    expect(policy.has('frame-src')).toBe(false);
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*/);
  });

  it.each([
    [null, "'self' data: blob:"],
    ['/uploads/logo.png', "'self' data: blob:"],
    ['https://files.example/a/logo.png?x=1;y', "'self' data: blob: https://files.example"],
  ])('[F1] lets the pictures of the media library show, and no others: %s', (logo, sources) => {
    expect(toFramePolicy(site([], logo))).toContain(`img-src ${sources};`);
  });

  it('[W2] [Z122] finding B6: is shown by pages that isolate themselves, but beside a Jitsi deployment', () => {
    const rules = (logo: string | null, jitsi: { scriptUrl: string } | null = null, photos: string[] = []) =>
      new Map(toIsolation(site([], logo), jitsi, photos));
    const [rule, policy] = ['Cross-Origin-Embedder-Policy', 'Cross-Origin-Resource-Policy'];
    expect(rules('/uploads/logo.png').get(rule)).toBe('require-corp');
    expect(rules(null, null, ['https://files.example/a.png']).get(rule)).toBe('credentialless');
    expect(rules(null, { scriptUrl: 'https://8x8.vc/external_api.js' }).has(rule)).toBe(false);
    expect(rules(null, { scriptUrl: 'https://8x8.vc/external_api.js' }).get(policy)).toBe('cross-origin');
  });

  it('[M3] lets a Jitsi deployment’s client run where there is one, and nothing else of it', () => {
    const policy = directives(['https://shop.example'], 'https://8x8.vc:8443/tenant/external_api.js');
    expect(policy.get('script-src')).toBe("'self' https://8x8.vc:8443/tenant/external_api.js");
    expect(policy.get('frame-src')).toBe('https://8x8.vc:8443');
    expect(policy.get('trusted-types')).toBe('atende-jitsi');
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
  });

  it('[M3] takes no directive out of a deployment’s address', () => {
    const policy = directives([], 'https://meet.example/a; script-src *,/external_api.js');
    expect(policy.get('script-src')).toBe(
      "'self' https://meet.example/a%3B%20script-src%20*%2C/external_api.js",
    );
  });
});

it('[W2] writes a page without a line of script or style in it', () => {
  const page = toFramePage(site([]), 'en', { script: 'app-ABCDEFGH.js', style: 'app-ABCDEFGH.css' });
  expect(page).not.toMatch(/<style|style=| on\w+=|<script(?![^>]* src=)/);
  expect(page).toContain('viewport-fit=cover');
  expect(page).toContain('<html lang="en">');
  // Until the script is there.
  expect(page).toContain('>Loading…</p>');
  expect(page).toContain('href="/api/attendance/sites/shop/panel?locale=en"');
});
