import { beforeEach, expect, it } from 'vitest';

import { followHost } from '../../../../widget/app/host/follow-host';
import { createStore } from '../../../../widget/app/model/store';
import type { Wire } from '../../../../widget/app/realtime/wire';
import type { HostState } from '../../../../widget/bridge/messages';
import { chatting, NEW_PANEL } from '../builders';

const HOST: HostState = {
  siteKey: 'shop',
  wishes: {},
  saved: null,
  isOpen: true,
  hasFocus: false,
  isFullScreen: false,
  url: 'https://shop.example/a',
  title: 'A',
  referrer: '',
};
const kept = {
  token: 'token-two',
  startKey: null,
  interactionId: 1,
  isOpen: true,
  isMuted: false,
  draft: '',
  outbox: [],
};

let said: string[];
const wire = {
  hint: (name: string, { page }: { page: { url: string; title: string } }) =>
    said.push(`${name} ${page.url} ${page.title}`),
  reconnect: () => said.push('reconnect'),
  leave: () => {},
  comeBack: () => {},
} as unknown as Wire;

beforeEach(() => {
  said = [];
});

it('[W2] reports a page that a single-page site goes to, once', () => {
  const store = createStore(chatting());
  const next = { ...HOST, url: 'https://shop.example/b', title: 'B' };
  followHost(store, wire, HOST, next);
  followHost(store, wire, next, { ...next, isOpen: false });
  expect(said).toEqual(['page:report https://shop.example/b B']);
  expect(store.getState().isOpen).toBe(false);
});

it('[P6] becomes the visitor that another tab has started as', () => {
  const store = createStore({ ...NEW_PANEL, connection: 'live', hasSnapshot: true });
  followHost(store, wire, HOST, { ...HOST, saved: kept });
  expect(store.getState().token).toBe('token-two');
  expect(said).toEqual(['reconnect']);
});

it('[P6] takes the newer token of another tab without a new connection, and not an old one back', () => {
  const store = createStore(chatting());
  const before = { ...HOST, saved: { ...kept, token: 'token-old' } };
  followHost(store, wire, before, { ...before, isOpen: false });
  expect(store.getState().token).toBe('token-one');
  followHost(store, wire, before, { ...HOST, saved: kept });
  expect(store.getState().token).toBe('token-two');
  expect(said).toEqual([]);
});

it('[P3] starts with the key that another tab has made', () => {
  const store = createStore({ ...NEW_PANEL, connection: 'live', hasSnapshot: true });
  followHost(store, wire, HOST, { ...HOST, saved: { ...kept, token: null, startKey: 'key' } });
  expect(store.getState()).toMatchObject({ token: null, startKey: 'key' });
  expect(said).toEqual([]);
});
