import { expectPanelAccessible } from '../support/screens/accessible';
import type { AgentScreen } from '../support/people/agent';
import { expect, test as base } from '../support/fixtures';
import { readLetter, startMailServer, type Letter, type MailServer } from '../support/product/mail-server';
import { startProduct, type Product } from '../support/product/product';
import { startProxy } from '../support/product/proxy';
import { openVisitor, type Visitor } from '../support/people/visitor';
import { startDemoShop } from '../../../widget/demo/server.mjs';

/** A product that hands its letters to a mail server on loopback. */
const test = base.extend<object, { product: Product; mail: MailServer }>({
  mail: [
    // oxlint-disable-next-line no-empty-pattern -- the test tool reads what a fixture needs from this pattern
    async ({}, use) => {
      const mail = await startMailServer();
      await use(mail);
      await mail.stop();
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ mail }, use) => {
      const relay = `127.0.0.1:${mail.port}`;
      const product = await startProduct({ MAIL_RELAY: relay, MAIL_FROM: 'loja@exemplo.com' });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const CARLA = { name: 'Carla Nogueira', email: 'carla@exemplo.com' };

function offer(product: Product, transcript: object): void {
  product.sql('update attendance_sites set transcript = ?', JSON.stringify(transcript));
}

/** They have talked, and Carla has ended it. */
async function over(ana: AgentScreen, carla: Visitor): Promise<void> {
  await ana.goOnline();
  await carla.start(CARLA);
  await ana.open(CARLA.name);
  await carla.send('Oi, <b>tudo</b> bem? Não recebi.');
  await ana.send('O pedido chega amanhã.');
  await carla.end();
}

/** The form, by its labels. */
function mailForm({ panel, page }: Visitor) {
  const email = panel.getByRole('textbox', { name: 'E-mail' });
  return {
    opener: panel.getByRole('button', { name: 'Receber por e-mail' }),
    email,
    send: panel.getByRole('button', { name: 'Enviar conversa' }),
    cancel: panel.getByRole('button', { name: 'Cancelar' }),
    taken: panel.getByRole('status').filter({ hasText: 'a conversa chega em alguns minutos' }),
    refusal: panel.getByRole('region', { name: 'Guardar esta conversa' }).getByRole('alert'),
    /** What is there in both schemes, without a fault of axe's. */
    look: () => expectPanelAccessible(page),
  };
}

async function letterAfter({ letters }: MailServer, count: number): Promise<Letter> {
  await expect.poll(() => letters.length).toBe(count + 1);
  const letter = letters[count];
  if (letter === undefined) throw new Error('there is no letter');
  return letter;
}

test.describe('the conversation by e-mail', () => {
  test.beforeEach(({ product }) => offer(product, { canDownload: true, canEmail: true }));
  test.afterEach(({ mail }) => mail.refuse(false));

  test('[W4] [Z27] by keyboard: an address that is none is refused at its field, a right one gets the letter', async ({
    agent,
    mail,
    visitor,
  }) => {
    const [ana, carla] = [await agent('ana'), await visitor()];
    await over(ana, carla);
    const form = mailForm(carla);
    const { keyboard } = carla.page;
    const before = mail.letters.length;
    await form.opener.focus();
    await keyboard.press('Enter');
    await expect(form.email).toBeFocused();
    // As the form before the contact had it [finding B15].
    await expect(form.email).toHaveValue('carla@exemplo.com');
    await form.look();

    await keyboard.type('carla@exemplo');
    await keyboard.press('Enter');
    await expect(form.refusal).toHaveText('Confira o endereço de e-mail.');
    await expect(form.email).toBeFocused();
    await expect(form.email).toHaveAttribute('aria-invalid', 'true');
    await expect(form.email).toHaveAccessibleDescription('Confira o endereço de e-mail.');
    await form.look();

    // What is wrong is said until something is changed.
    await keyboard.type('.com');
    await expect(form.refusal).toHaveCount(0);
    await expect(form.email).not.toHaveAttribute('aria-invalid');
    await keyboard.press('Enter');
    await expect(form.taken).toBeVisible();
    await expect(form.opener).toBeFocused();
    await form.look();

    const letter = await letterAfter(mail, before);
    expect(letter).toMatchObject({ from: 'loja@exemplo.com', to: ['carla@exemplo.com'] });
    const { html, text } = readLetter(letter);
    expect(text).toContain('Oi, <b>tudo</b> bem? Não recebi.');
    expect(text).toContain('O pedido chega amanhã.');
    expect(html).toContain('Oi, &lt;b&gt;tudo&lt;/b&gt; bem? Não recebi.');
    expect(letter.source).toMatch(/^Subject: /m);
    expect(mail.letters).toHaveLength(before + 1);
  });

  test('[W4] it can be given up, and an address is refused before anything is asked of the server', async ({
    agent,
    product,
    visitor,
  }) => {
    const [ana, carla] = [await agent('ana'), await visitor()];
    const asked: string[] = [];
    carla.page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => asked.push(payload.toString())),
    );
    await over(ana, carla);
    const form = mailForm(carla);
    await form.opener.click();
    for (const wrong of ['', 'carla', 'carla@exemplo.com, bento@exemplo.com', 'Carla <carla@exemplo.com>']) {
      await form.email.fill(wrong);
      await form.send.click();
      await expect(form.refusal).toHaveText('Confira o endereço de e-mail.');
      await expect(form.email).toBeFocused();
    }
    await form.cancel.focus();
    await carla.page.keyboard.press('Enter');
    await expect(form.opener).toBeFocused();
    await expect(form.refusal).toHaveCount(0);
    await form.opener.click();
    await expect(form.email).toHaveValue('carla@exemplo.com');
    expect(asked.some((frame) => frame.includes('message:post'))).toBe(true);
    expect(asked.filter((frame) => frame.includes('transcript:send'))).toEqual([]);
    expect(product.output()).not.toContain('carla@exemplo');
  });

  test('[W4] without a connection it is said that it failed, and the same button tries again', async ({
    agent,
    browser,
    mail,
    product,
  }) => {
    const proxy = await startProxy(Number(new URL(product.url).port));
    const atendeUrl = `http://localhost:${proxy.port}`;
    const shop = await startDemoShop({ host: '127.0.0.1', port: 0, atendeUrl, siteKey: 'loja-demo' });
    product.sql('update attendance_sites set origins = ?', JSON.stringify([shop.url]));
    const [ana, carla] = [await agent('ana'), await openVisitor(browser, shop.url)];
    const before = mail.letters.length;
    try {
      await over(ana, carla);
      const form = mailForm(carla);
      await form.opener.click();
      await form.email.fill('carla@exemplo.com');
      proxy.cut();
      await form.send.click();
      await expect(form.refusal).toHaveText('Não foi possível pedir o envio. Tente de novo.');
      await expect(form.email).toHaveValue('carla@exemplo.com');
      await expect(form.email).not.toHaveAttribute('aria-invalid');
      await form.look();
      proxy.mend();
      await expect(carla.panel.getByText(/Sem conexão/)).toBeHidden({ timeout: 35_000 });
      await form.send.click();
      await expect(form.taken).toBeVisible();
      expect((await letterAfter(mail, before)).to).toEqual(['carla@exemplo.com']);
    } finally {
      await carla.context.close();
      await shop.stop();
      await proxy.stop();
    }
  });

  test('[Z27] a mail server that refuses is logged without the address; three times, and it is enough', async ({
    agent,
    mail,
    product,
    visitor,
  }) => {
    const [ana, carla] = [await agent('ana'), await visitor()];
    await over(ana, carla);
    const form = mailForm(carla);
    const before = mail.letters.length;
    const send = async (): Promise<void> => {
      await form.opener.click();
      await form.email.fill('carla@exemplo.com');
      await form.send.click();
    };
    mail.refuse(true);
    await send();
    // Whether it arrives is nobody's to know.
    await expect(form.taken).toBeVisible();
    await expect.poll(() => product.output()).toContain('a transcript could not be mailed');
    mail.refuse(false);
    for (let letters = 0; letters < 2; letters += 1) {
      await send();
      await expect(form.taken).toBeVisible();
      await letterAfter(mail, before + letters);
    }
    await send();
    await expect(form.refusal).toHaveText('Esta conversa já foi enviada algumas vezes.');
    expect(mail.letters).toHaveLength(before + 2);
    expect(product.output()).not.toContain('carla@exemplo');
  });

  test('[Z27] it is offered as the settings have it by now', async ({ agent, product, visitor }) => {
    offer(product, { canDownload: true, canEmail: false });
    const [ana, carla] = [await agent('ana'), await visitor()];
    await over(ana, carla);
    await expect(carla.panel.getByRole('button', { name: 'Baixar conversa' })).toBeVisible();
    await expect(mailForm(carla).opener).toHaveCount(0);
  });
});
