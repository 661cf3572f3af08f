import { io, type Socket } from 'socket.io-client';
import type { Core } from '@strapi/strapi';

import type {
  AgentClientEvents,
  AgentFactName,
  AgentFactPayload,
  AgentServerEvents,
  VisitorClientEvents,
  VisitorFactName,
  VisitorFactPayload,
  VisitorServerEvents,
} from '../../../plugins/attendance/protocol/wire/events';
import type { Answer } from '../../../plugins/attendance/protocol/shared/errors';
import { PROTOCOL_VERSION, SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';
import { signIn } from '../strapi/admin';

export const SHOP = 'http://shop.example';
export const SITE_KEY = 'test-shop';
export const PAGE = { url: `${SHOP}/produtos/camisa`, title: 'Camisa azul', referrer: '' };

/** A visitor's socket; `side` is never set: it keeps the compiler from taking one side's for the other's. */
export type VisitorSocket = Socket<VisitorServerEvents, VisitorClientEvents> & { readonly side?: 'visitor' };
export type AgentSocket = Socket<AgentServerEvents, AgentClientEvents> & { readonly side?: 'agent' };

export interface VisitorClient {
  readonly socket: VisitorSocket;
  readonly snapshot: VisitorFactPayload<'snapshot'>;
}

export interface AgentClient {
  readonly socket: AgentSocket;
  readonly snapshot: AgentFactPayload<'snapshot'>;
}

function options(auth: object, origin: string, headers: Readonly<Record<string, string>> = {}) {
  return {
    path: SOCKET_PATH,
    auth,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...headers, origin },
  };
}

export interface VisitorOverrides {
  readonly token?: string;
  readonly siteKey?: string;
  readonly origin?: string;
  readonly protocol?: number;
  readonly transports?: ('websocket' | 'polling')[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Connects a visitor on the shop's origin; `token` is the resume token of an earlier request. */
export function connectVisitor(url: string, overrides: VisitorOverrides = {}) {
  const { origin = SHOP, protocol = PROTOCOL_VERSION, siteKey = SITE_KEY, token = null } = overrides;
  const { transports = ['websocket'] } = overrides;
  const auth = { protocol, siteKey, token, locale: 'pt-BR', page: PAGE };
  const socket: VisitorSocket = io(`${url}/visitor`, {
    ...options(auth, origin, overrides.headers),
    transports,
  });
  return new Promise<VisitorClient>((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.once('snapshot', (snapshot) => resolve({ socket, snapshot }));
  });
}

/** Connects an agent; `prepare` is given the socket before anything has come. */
export function connectAgent(
  url: string,
  token: string,
  prepare: (socket: AgentSocket) => void = () => undefined,
) {
  const socket: AgentSocket = io(
    `${url}/agent`,
    options({ protocol: PROTOCOL_VERSION, token, locale: 'pt-BR' }, url),
  );
  prepare(socket);
  return new Promise<AgentClient>((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.once('snapshot', (snapshot) => resolve({ socket, snapshot }));
  });
}

/** Resolves with the next fact of this name that matches. */
export function nextFact<Name extends AgentFactName>(
  socket: AgentSocket,
  name: Name,
  matches?: (payload: AgentFactPayload<Name>) => boolean,
): Promise<AgentFactPayload<Name>>;
export function nextFact<Name extends VisitorFactName>(
  socket: VisitorSocket,
  name: Name,
  matches?: (payload: VisitorFactPayload<Name>) => boolean,
): Promise<VisitorFactPayload<Name>>;
export function nextFact(
  socket: VisitorSocket | AgentSocket,
  name: string,
  matches: (payload: never) => boolean = () => true,
): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = (payload: unknown): void => {
      if (!matches(payload as never)) return;
      (socket as Socket).off(name, listen);
      resolve(payload);
    };
    (socket as Socket).on(name, listen);
  });
}

export interface RecordedFact {
  readonly name: string;
  readonly payload: unknown;
}

/** Records every fact that a client receives from now on, in order. */
export function recordFacts(socket: VisitorSocket | AgentSocket): readonly RecordedFact[] {
  const facts: RecordedFact[] = [];
  (socket as Socket).onAny((name: string, payload: unknown) => facts.push({ name, payload }));
  return facts;
}

/** Sends what no typed client could, and returns the response. */
export function sendRaw(
  socket: VisitorSocket | AgentSocket,
  name: string,
  payload?: unknown,
): Promise<Answer<unknown>> {
  return (socket as Socket).emitWithAck(name, payload) as Promise<Answer<unknown>>;
}

/** Resolves once the server has closed the connection, or at once if it is closed already. */
export function closed(socket: VisitorSocket | AgentSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.disconnected) resolve();
    else (socket as Socket).once('disconnect', () => resolve());
  });
}

/** Returns the data of a response that must be ok. */
export function dataOf<Data>(answer: Answer<Data>): Data {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${answer.error.message}`);
  return answer.data;
}

/** Returns the code of a response that must be a refusal. */
export function codeOf(answer: Answer<unknown>): string {
  if (answer.ok) throw new Error('expected a refusal');
  return answer.error.code;
}

/** Returns the token of an admin user with the role Agent. */
export async function signInAgent(strapi: Core.Strapi, firstname: string): Promise<string> {
  const service = strapi.plugin('attendance').service('attendance') as {
    ensureRoles(): Promise<{ agentRoleId: number }>;
  };
  const { agentRoleId } = await service.ensureRoles();
  return (await signIn(strapi, { firstname, roles: [agentRoleId] })).token;
}
