import { describe, expect, it } from 'vitest';

import { matchesPath, pathOf } from '../../../../widget/sdk/match-path';

describe('a trigger’s pattern', () => {
  it.each([
    ['/', '/', true],
    ['/', '/a', false],
    ['*', '/anything', true],
    ['/*', '/', true],
    ['/*', '/a/b', true],
    ['/contato', '/contato', true],
    ['/contato', '/contato/', true],
    ['/contato/', '/contato', true],
    ['/contato', '/contatos', false],
    ['/produtos/*', '/produtos/camisa', true],
    ['/produtos/*', '/outros/camisa', false],
    ['/*/camisa', '/loja/verao/camisa', true],
    ['/*/camisa', '/camisa', false],
    ['/a*b*c', '/a-b-c', true],
    ['/a*b*c', '/a-c-b', false],
    ['/ab*ba', '/aba', false],
    ['/ab*ba', '/abba', true],
    ['/a.c', '/abc', false],
    ['/(a+)+$', '/aaaa', false],
    ['/promoção/*', '/promoção/1', true],
  ])('[F1] %s on %s: %s', (pattern, path, isMet) => {
    expect(matchesPath(pattern, path)).toBe(isMet);
  });

  it('[F1] [Z33] of the worst kind is judged at once', () => {
    const startedAt = performance.now();
    expect(matchesPath(`/${'a*'.repeat(99)}b`, `/${'a'.repeat(100_000)}`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });

  it('[F1] is compared with the address as people read it, and with the query where it has one', () => {
    const place = { pathname: '/promo%C3%A7%C3%A3o', search: '?de=mail' };
    expect(pathOf('/*', place)).toBe('/promoção');
    expect(pathOf('/*?de=mail', place)).toBe('/promoção?de=mail');
    expect(pathOf('/*', { pathname: '/%E0%A4%A', search: '' })).toBe('/%E0%A4%A');
  });
});
