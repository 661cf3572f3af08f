import { describe, expect, it } from 'vitest';

import { corsState, corsWarning } from '../../../plugins/attendance/server/src/adapters/strapi/cors-state';

type Strapi = Parameters<typeof corsState>[0];

const strapiWith = (cors: unknown, urls: Record<string, string> = {}) => {
  const values: Record<string, unknown> = { middlewares: ['strapi::errors', cors, 'strapi::body'], ...urls };
  return { config: { get: (path: string) => values[path] } } as unknown as Strapi;
};
const named = (config: object) => ({ name: 'strapi::cors', config });
const stateOf = (cors: unknown) => corsState(strapiWith(cors));

describe('[Z101] finding A1: what strapi::cors lets in', () => {
  it.each([
    ['written bare', 'strapi::cors'],
    ['without a list', named({ maxAge: 10 })],
    ['a star', named({ origin: '*' })],
    ['a star among others', named({ origin: ['https://a.example', '*'] })],
    ['a text with a star', named({ origin: 'https://a.example, *' })],
    [
      'a function that lets anybody in',
      named({ origin: (ctx: { get(name: string): string }) => ctx.get('origin') }),
    ],
    [
      'a function that reads the headers',
      named({ origin: (ctx: { request: { header: { origin: string } } }) => [ctx.request.header.origin] }),
    ],
  ])('every website with credentials: %s', async (_, cors) => {
    const state = await stateOf(cors);
    expect(state.reach).toBe('any-with-credentials');
    expect(corsWarning(state)).toContain(state.line);
  });

  it.each([
    ['a list', named({ origin: ['https://cms.example.com'] }), 'listed'],
    ['an empty list', named({ origin: [] }), 'listed'],
    ['a text', named({ origin: 'https://a.example,https://b.example' }), 'listed'],
    ['a function with a list', named({ origin: () => Promise.resolve(['https://a.example']) }), 'listed'],
    ['no credentials', named({ origin: '*', credentials: false }), 'any'],
    [
      'a function that needs more',
      named({ origin: (ctx: { state: { user: string } }) => ctx.state.user.slice(1) }),
      'unknown',
    ],
  ])('no warning: %s', async (_, cors, reach) => {
    const state = await stateOf(cors);
    expect(state.reach).toBe(reach);
    expect(corsWarning(state)).toBeNull();
  });

  it('names the addresses under which this Strapi is opened', async () => {
    const urls = {
      'server.absoluteUrl': 'https://cms.loja.example/base',
      'admin.absoluteUrl': 'https://painel.loja.example/admin',
    };
    const { line } = await corsState(strapiWith('strapi::cors', urls));
    expect(line).toBe(
      "{ name: 'strapi::cors', config: { origin: ['https://cms.loja.example', 'https://painel.loja.example'] } }",
    );
  });
});
