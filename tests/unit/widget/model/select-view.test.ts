import { expect, it } from 'vitest';

import { selectView } from '../../../../widget/app/model/select-view';
import type { State } from '../../../../widget/app/model/state';
import { chatting, ended, NEW_PANEL, waiting } from '../builders';

const idle = { interaction: null };

it.each<[string, string, Partial<State>]>([
  ['loading', 'before the first snapshot', { ...NEW_PANEL }],
  ['loading', 'after one failed try', { ...NEW_PANEL, failedTries: 1 }],
  ['error', 'after two', { ...NEW_PANEL, failedTries: 2 }],
  ['error', 'when refused', { connection: 'refused' }],
  ['home', 'online', idle],
  ['offline', 'with nobody online', { ...idle, availability: 'offline' }],
  ['offline', 'outside hours', { ...idle, availability: 'outside-hours' }],
  ['offline', 'while the form is being filled in, though somebody came', { ...idle, offlineForm: 'open' }],
  ['offline-sent', 'after the form', { ...idle, offlineForm: 'sent' }],
  ['queue', 'waiting', { interaction: waiting() }],
  ['queue', 'waiting with nobody online', { interaction: waiting(), availability: 'offline' }],
  ['offline', 'waiting, with the form chosen', { interaction: waiting(), offlineForm: 'open' }],
  ['chat', 'assigned', {}],
  ['chat', 'assigned while the form was open', { offlineForm: 'open' }],
  ['chat', 'reconnecting', { connection: 'reconnecting' }],
  ['ended', 'ended', { interaction: ended() }],
])('[W3] shows %s: %s', (view, _, overrides) => {
  expect(selectView(chatting(overrides))).toBe(view);
});
