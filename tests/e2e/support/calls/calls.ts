import { expect } from '@playwright/test';

import type { AgentOptions, AgentScreen, Login } from '../people/agent';
import { expectMedia, watchPeers } from './received';
import type { Contact, Visitor, VisitorOptions } from '../people/visitor';

/** Who takes part in a call, as the fixtures open them. */
export interface Openers {
  readonly agent: (login: Login, options?: AgentOptions) => Promise<AgentScreen>;
  readonly visitor: (options?: VisitorOptions) => Promise<Visitor>;
}

export interface CallOfTest {
  readonly channel: 'Voz' | 'Vídeo';
  readonly visitor?: VisitorOptions;
  /** Of both browsers; their peer connections are watched unless it says otherwise. */
  readonly onPage?: AgentOptions['onPage'];
}

export interface BothSides {
  readonly ana: AgentScreen;
  readonly carla: Visitor;
}

export const CARLA: Contact = { name: 'Carla Nogueira' };

/** Fills the form in and asks for this channel. */
export async function ask(visitor: Visitor, channel: CallOfTest['channel'], contact = CARLA): Promise<void> {
  await visitor.openPanel();
  await visitor.panel.getByRole('button', { name: channel, exact: true }).click();
  await visitor.fill(contact);
  await visitor.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
}

/** Ana is Online, and Carla asks for a call of her. */
export async function askForCall(
  { agent, visitor }: Openers,
  { channel, onPage = watchPeers, visitor: options }: CallOfTest,
): Promise<BothSides> {
  const ana = await agent('ana', { onPage });
  await ana.goOnline();
  const carla = await visitor({ onPage, ...options });
  await ask(carla, channel);
  return { ana, carla };
}

/** Presses "Atender chamada" on the interaction that is on screen. */
export async function answerCall(ana: AgentScreen): Promise<void> {
  await ana.page.getByRole('button', { name: 'Atender chamada' }).first().click();
  await expect(ana.page.getByRole('button', { name: 'Desligar chamada' })).toBeVisible();
}

/** Carla asks for a call, and this agent takes it: for who is there already. */
export async function talk(
  agent: AgentScreen,
  carla: Visitor,
  channel: CallOfTest['channel'],
): Promise<void> {
  await ask(carla, channel);
  await agent.row(CARLA.name).click();
  await answerCall(agent);
}

/** The steps with which most of these tests begin: asked for, looked at, answered. */
export async function beginCall(openers: Openers, call: CallOfTest): Promise<BothSides> {
  const sides = await askForCall(openers, call);
  await sides.ana.row(CARLA.name).click();
  await answerCall(sides.ana);
  return sides;
}

export async function expectBoth({ ana, carla }: BothSides, kind: 'voice' | 'video'): Promise<void> {
  await expectMedia(ana.page, kind);
  await expectMedia(carla.page, kind);
}
