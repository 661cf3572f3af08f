import {
  expect,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from '@playwright/test';

export interface Contact {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A visitor on the shop's pages, with the widget by its labels. */
export class Visitor {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly shopUrl: string,
  ) {}

  get launcher(): Locator {
    return this.page.getByRole('button', { name: /^Abrir atendimento/ });
  }

  /** The panel's own document. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  get message(): Locator {
    return this.panel.getByRole('textbox', { name: 'Mensagem' });
  }

  get log(): Locator {
    return this.panel.getByRole('log');
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.shopUrl}${path}`);
  }

  /** Another tab of the same browser. */
  async openTab(path: string): Promise<Visitor> {
    const tab = new Visitor(await this.context.newPage(), this.context, this.shopUrl);
    await tab.visit(path);
    return tab;
  }

  async openPanel(): Promise<void> {
    await this.launcher.click();
    await expect(this.panel.getByRole('heading').first()).toBeVisible();
  }

  /** Opens the panel, fills the pre-attendance form and starts a chat. */
  async start(contact: Contact): Promise<void> {
    await this.openPanel();
    await this.fill(contact);
    await this.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(this.message).toBeVisible();
  }

  async fill({
    name,
    email = `${name.split(' ')[0]?.toLowerCase()}@exemplo.com`,
    phone,
  }: Contact): Promise<void> {
    await this.panel.getByRole('textbox', { name: 'Nome' }).fill(name);
    await this.panel.getByRole('textbox', { name: 'E-mail' }).fill(email);
    if (phone !== undefined) await this.panel.getByRole('textbox', { name: 'Telefone' }).fill(phone);
  }

  async send(text: string): Promise<void> {
    await this.message.fill(text);
    await this.panel.getByRole('button', { name: 'Enviar', exact: true }).click();
    await expect(this.bubble(text)).toBeVisible();
  }

  /** Returns the draft that the site's storage holds for the shop's next page. */
  savedDraft(): Promise<string | undefined> {
    return this.page.evaluate(
      () => (JSON.parse(localStorage.getItem('atende.loja-demo') ?? '{}') as { draft?: string }).draft,
    );
  }

  bubble(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  /** Ends the chat on the visitor's side. */
  async end(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Encerrar', exact: true }).click();
    await this.panel.getByRole('alertdialog').getByRole('button', { name: 'Encerrar', exact: true }).click();
    await expect(this.message).toBeHidden();
  }
}

export interface VisitorOptions {
  readonly path?: string;
  readonly context?: Parameters<Browser['newContext']>[0];
  /** Called before the page loads anything. */
  readonly onPage?: (page: Page) => void | Promise<void>;
}

export async function openVisitor(
  browser: Browser,
  shopUrl: string,
  { path = '/', context: browserOptions, onPage }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext(browserOptions);
  const page = await context.newPage();
  const visitor = new Visitor(page, context, shopUrl);
  await onPage?.(page);
  await visitor.visit(path);
  await expect(visitor.launcher).toBeVisible();
  return visitor;
}
