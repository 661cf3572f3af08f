import { expect, type Locator, type Page } from '@playwright/test';

import type { AgentScreen } from './agent';

export const BOARD_PATH = '/admin/plugins/attendance-board';

/** The live board and what is followed beside it, by the labels that anybody may rely on. */
export class SupervisorScreen {
  constructor(
    /** The same tab as the agent's screen that every supervisor has too. */
    readonly own: AgentScreen,
  ) {}

  get page(): Page {
    return this.own.page;
  }

  /** An agent's card. */
  agent(name: string): Locator {
    return this.page.getByRole('article', { name });
  }

  get queue(): Locator {
    return this.page.getByRole('region', { name: 'Fila' });
  }

  /** What is followed, beside the board. */
  get pane(): Locator {
    return this.page.getByRole('region', { name: /^Supervisão de/ });
  }

  get log(): Locator {
    return this.pane.getByRole('log');
  }

  bubble(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  /** A live interaction on the board, held or waiting. */
  live(visitor: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(visitor) }).first();
  }

  async follow(visitor: string): Promise<void> {
    await this.live(visitor).click();
    await expect(this.log).toBeVisible();
  }

  async whisper(to: string, text: string): Promise<void> {
    await this.pane.getByRole('textbox', { name: `Sussurrar para ${to}` }).fill(text);
    await this.pane.getByRole('button', { name: 'Sussurrar', exact: true }).click();
    await expect(this.bubble(text)).toBeVisible();
  }

  /** Presses a button of the pane, and the one of its confirmation. */
  async act(button: string, confirm: string): Promise<Locator> {
    await this.pane.getByRole('button', { name: button, exact: true }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
    return dialog;
  }
}
