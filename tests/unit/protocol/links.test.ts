import { expect, it } from 'vitest';

import { splitLinks } from '../../../plugins/attendance/protocol/shared/text/links';

const linksOf = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

it.each([
  ['veja https://exemplo.com/a?b=c#d.', ['https://exemplo.com/a?b=c#d']],
  ['(http://exemplo.com/x_(y))', ['http://exemplo.com/x_(y)']],
  ['(https://exemplo.com)', ['https://exemplo.com']],
  ['mailto:ola@exemplo.com, tel:+551130001234!', ['mailto:ola@exemplo.com', 'tel:+551130001234']],
  ['https://a.com https://b.com', ['https://a.com', 'https://b.com']],
])('[C7] finds the addresses in %s', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});

it.each([
  ['“https://a.example/p2”', ['https://a.example/p2']],
  ['[https://a.example/p3]', ['https://a.example/p3']],
  ['*https://a.example/p4*', ['https://a.example/p4']],
  ['_https://a.example/p4_, ~https://a.example/p5~', ['https://a.example/p4', 'https://a.example/p5']],
  [
    '«https://a.example», ‹https://b.example›; ‘https://c.example’',
    ['https://a.example', 'https://b.example', 'https://c.example'],
  ],
  ['{https://a.example/x}.', ['https://a.example/x']],
  ['「https://a.example/x」です（https://b.example）。', ['https://a.example/x', 'https://b.example']],
  ['https://a.example|https://b.example', ['https://a.example', 'https://b.example']],
  ['[https://a.example/p](https://b.example/q)', ['https://a.example/p', 'https://b.example/q']],
  ['"mailto:a@b.example", “mailto:c@d.example”', ['mailto:a@b.example', 'mailto:c@d.example']],
  ['**https://a.example/p**!', ['https://a.example/p']],
  // What belongs to an address stays in it.
  ['https://a.example/?a[]=1&b[x]=2#{y}', ['https://a.example/?a[]=1&b[x]=2#{y}']],
  ['http://[::1]:8080/x', ['http://[::1]:8080/x']],
  ['https://a.example/*/b_c~d/e', ['https://a.example/*/b_c~d/e']],
])('[C7] finding B9: leaves the marks around an address out: %s', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'JaVaScRiPt://%0aalert(1)',
  '<a href="//evil.com">x</a>',
  'https://',
  'mailto:',
])('[C7] leaves %s as the text it is', (text) => {
  expect(splitLinks(text)).toEqual([{ text }]);
});

it('[C7] loses no character of the text', () => {
  for (const text of [
    '',
    'a https://b.com, c',
    'https://b.com',
    '😊 https://b.com/😊 fim',
    '\u202Ehttps://b.com',
  ])
    expect(
      splitLinks(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
});

it('[C7] ends an address where the direction of reading is turned', () => {
  expect(linksOf('https://exemplo.com/\u202Efdp.exe')).toEqual(['https://exemplo.com/']);
  expect(linksOf('mailto:a\u2066b@exemplo.com')).toEqual([]);
});
