import type { Locator, Page } from '@playwright/test';

import type { AgentScreen } from './people/agent';
import { expect } from './fixtures';
import type { Product } from './product/product';
import type { Visitor } from './people/visitor';

/** The search over past interactions, by its labels. */
export class SearchScreen {
  constructor(readonly page: Page) {}

  get pane(): Locator {
    return this.page.getByRole('search', { name: 'Buscar interações' });
  }

  get field(): Locator {
    return this.page.getByPlaceholder('Nome, protocolo, palavra da conversa, nota ou etiqueta');
  }

  get results(): Locator {
    return this.page.getByRole('list', { name: 'Interações encontradas' });
  }

  get rows(): Locator {
    return this.results.getByRole('button');
  }

  /** The interaction that is read. */
  get details(): Locator {
    return this.page.getByRole('region', { name: 'Interação encontrada' });
  }

  get transcript(): Locator {
    return this.details.getByRole('group', { name: 'Conversa' });
  }

  row(name: string | RegExp): Locator {
    return this.results.getByRole('button', { name });
  }

  filter(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Buscar interações/ }).click();
    await expect(this.field).toBeFocused();
  }

  async choose(filter: string, option: string): Promise<void> {
    await this.filter(filter).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Looks for it, and finds these and no others. */
  async find(text: string, names: readonly string[]): Promise<void> {
    await this.field.fill(text);
    await this.expectRows(names);
  }

  async expectRows(names: readonly string[]): Promise<void> {
    await expect(this.rows).toHaveCount(names.length);
    await expect(this.pane.getByRole('status')).not.toHaveText('Buscando…');
    for (const name of names) await expect(this.row(new RegExp(name)).first()).toBeVisible();
  }
}

export interface PastTalk {
  readonly visitor: Visitor;
  readonly name: string;
  readonly email?: string;
  readonly says: string;
  readonly answer?: string;
  /** For the team alone. */
  readonly note?: string;
  readonly tag?: string;
}

/** Somebody came, was attended, and it is over. */
export async function attend(agent: AgentScreen, talk: PastTalk): Promise<void> {
  const { answer = 'Claro, um momento', email, name, note, says, tag, visitor } = talk;
  await visitor.start({ name, ...(email !== undefined && { email }) });
  await visitor.send(says);
  await agent.open(name);
  await expect(agent.bubble(says)).toBeVisible();
  await agent.send(answer);
  if (note !== undefined) {
    await agent.message.focus();
    await agent.page.keyboard.press('Alt+n');
    await agent.page.getByRole('textbox', { name: 'Nota para a equipe' }).fill(note);
    await agent.page.keyboard.press('Enter');
    await expect(agent.log.getByText(note)).toBeVisible();
    await agent.page.keyboard.press('Alt+n');
  }
  if (tag !== undefined) {
    await agent.page.getByRole('combobox', { name: 'Adicionar etiqueta' }).fill(tag);
    await agent.page.keyboard.press('Enter');
    await expect(agent.page.getByRole('button', { name: `Remover etiqueta ${tag}` })).toBeVisible();
  }
  await agent.end();
  await expect(agent.row(name)).toBeHidden();
}

/** What was written in all that is over can be found. */
export async function expectIndexed(product: Product): Promise<void> {
  await expect
    .poll(() =>
      product.rows(
        `select id from attendance_interactions where ended_at is not null and search_version is null`,
      ),
    )
    .toEqual([]);
}
