import {
  expect,
  request,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';

export const PASSWORD = 'Atende-demo-1';
export type Login = 'admin' | 'ana' | 'bruno' | 'sofia';

/** [S6] What a screen reader hears of an indicator. */
export type IndicatorText =
  | 'Nova, não aberta'
  | 'Cliente aguardando'
  | 'Sem pendência'
  | 'Cliente encerrou'
  | 'Ausente';

/** The agent's screen, by the labels that anybody may rely on. */
export class AgentScreen {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  /** The switch by the avatar [A2]. */
  get presence(): Locator {
    return this.page.getByRole('switch', { name: /^Atendimento (Online|Offline)$/ });
  }

  get message(): Locator {
    return this.page.getByRole('textbox', { name: 'Mensagem' });
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: /^Conversa/ });
  }

  /** Another tab of the same browser, on the same page. */
  async openTab(): Promise<AgentScreen> {
    const tab = new AgentScreen(await this.context.newPage(), this.context);
    await tab.page.goto(this.page.url());
    await expect(tab.presence).toBeEnabled({ timeout: 20_000 });
    return tab;
  }

  async goOnline(): Promise<void> {
    await expect(this.presence).toBeEnabled();
    if ((await this.presence.getAttribute('aria-checked')) !== 'true') await this.presence.click();
    await expect(this.presence).toHaveAttribute('aria-checked', 'true');
  }

  async goOffline(): Promise<void> {
    await this.presence.click();
    await expect(this.presence).toHaveAttribute('aria-checked', 'false');
  }

  /** A row of the list: its name holds the visitor's name and the indicator's text. */
  row(visitor: string, indicator?: IndicatorText): Locator {
    const name = new RegExp(`${visitor}.*${indicator ?? ''}|${indicator ?? ''}.*${visitor}`);
    const list = this.page.getByRole('button', { name }).or(this.page.getByRole('option', { name }));
    return list.first();
  }

  async open(visitor: string): Promise<void> {
    await this.row(visitor).click();
    await expect(this.message).toBeVisible();
  }

  async send(text: string): Promise<void> {
    await this.message.fill(text);
    await this.page.getByRole('button', { name: 'Enviar', exact: true }).click();
    await expect(this.bubble(text)).toBeVisible();
  }

  /** What the menu above the visitor's fields offers. */
  async fromVisitorMenu(
    action: 'Procurar e unir' | 'Bloquear visitante' | 'Imprimir conversa',
  ): Promise<void> {
    await this.page.getByRole('button', { name: 'Mais ações' }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** One line of what was captured: the value behind this label. */
  captured(label: string): Locator {
    return this.page
      .locator('dt', { hasText: new RegExp(`^${label}$`) })
      .locator('xpath=following-sibling::dd[1]');
  }

  bubble(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  /** Ends the interaction on screen, with its confirmation [A6]. */
  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'Encerrar interação', exact: true }).click();
    const dialog = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'));
    await dialog.getByRole('button', { name: 'Encerrar', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}

export interface AgentOptions {
  readonly path?: string;
  /** Called before the page loads anything. */
  readonly onPage?: (page: Page) => void | Promise<void>;
}

/** What a browser holds of a session. */
export type SignedIn = Extract<
  NonNullable<NonNullable<Parameters<Browser['newContext']>[0]>['storageState']>,
  { cookies: unknown }
>;

/** One session for each login of a product: Strapi counts how often somebody signs in. */
const sessions = new Map<string, SignedIn>();

/** Signs in by Strapi's own route, as its login page does. */
export async function signIn(url: string, login: Login): Promise<SignedIn> {
  const known = sessions.get(`${url} ${login}`);
  if (known !== undefined) return known;
  const api = await request.newContext({ baseURL: url });
  const answer = await api.post('/admin/login', {
    data: { email: `${login}@demo.local`, password: PASSWORD },
  });
  expect(answer.status()).toBe(200);
  const { data } = (await answer.json()) as { data: { token: string } };
  const { cookies } = await api.storageState();
  await api.dispose();
  const localStorage = [
    { name: 'jwtToken', value: JSON.stringify(data.token) },
    { name: 'isLoggedIn', value: 'true' },
    { name: 'strapi-admin-language', value: 'pt-BR' },
  ];
  const session = { cookies, origins: [{ origin: url, localStorage }] };
  sessions.set(`${url} ${login}`, session);
  return session;
}

/** After a sign-out the next screen needs a session of its own. */
export function forgetSession(url: string, login: Login): void {
  sessions.delete(`${url} ${login}`);
}

/** The admin routes as the panel calls them. */
export async function callPanel<Data>(
  url: string,
  login: Login,
  { path, method = 'GET', body }: { path: string; method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: object },
): Promise<Data> {
  const { origins } = await signIn(url, login);
  const token = origins[0]?.localStorage.find(({ name }) => name === 'jwtToken')?.value ?? '""';
  const response = await fetch(`${url}/attendance${path}`, {
    method,
    headers: {
      authorization: `Bearer ${JSON.parse(token) as string}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(response.status, `${method} ${path}`).toBeLessThan(300);
  return ((await response.json()) as { data: Data }).data;
}

/** Opens the agent's screen in a browser of its own, signed in. */
export async function openAgentScreen(
  browser: Browser,
  url: string,
  login: Login,
  { path, onPage }: AgentOptions = {},
): Promise<AgentScreen> {
  const context = await browser.newContext({ storageState: await signIn(url, login) });
  const page = await context.newPage();
  await onPage?.(page);
  return showAgentScreen(page, url, path);
}

/** Goes to the agent's screen in a page that is signed in, and waits until it is connected. */
export async function showAgentScreen(
  page: Page,
  url: string,
  path = '/admin/plugins/attendance',
): Promise<AgentScreen> {
  await page.goto(`${url}${path}`);
  const screen = new AgentScreen(page, page.context());
  await expect(screen.presence).toBeEnabled({ timeout: 20_000 });
  return screen;
}
