import { forgetSession, PASSWORD } from '../support/people/agent';
import { expect, test } from '../support/fixtures';

const NAMES = ['Alice', 'Bento', 'Clara', 'Davi', 'Elisa'];

test.describe('capacity', () => {
  test('[R2] [R9] [R12] the fifth chat waits with its place, and is assigned within 2 s after one is ended', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    for (const name of NAMES.slice(0, 4)) {
      const one = await visitor();
      await one.start({ name });
      await expect(ana.row(name)).toBeVisible();
    }
    const elisa = await visitor();
    await elisa.start({ name: 'Elisa' });
    await expect(elisa.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
    await expect(ana.row('Elisa')).toBeHidden();
    await expect(ana.page.getByText('4/4 chats')).toBeVisible();

    await ana.open('Alice');
    await ana.end();
    await expect(ana.row('Elisa', 'Nova, não aberta')).toBeVisible({ timeout: 2_000 });
    await expect(elisa.panel.getByText('Ana Martins', { exact: true })).toBeVisible();
  });

  test('[R1] [R9] the second agent takes who waits by going Online', async ({ agent, visitor, product }) => {
    const ana = await agent('ana');
    product.sql(`update attendance_agents set capacity = 1`);
    await ana.goOnline();
    const alice = await visitor();
    await alice.start({ name: 'Alice' });
    await expect(ana.row('Alice')).toBeVisible();
    const bento = await visitor();
    await bento.start({ name: 'Bento' });
    await expect(bento.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();

    const bruno = await agent('bruno');
    await expect(bruno.row('Bento')).toBeHidden();
    await bruno.goOnline();
    await expect(bruno.row('Bento', 'Nova, não aberta')).toBeVisible({ timeout: 2_000 });
    await bruno.open('Bento');
    await bruno.send('Oi, Bento');
    await expect(bento.bubble('Oi, Bento')).toBeVisible();
    await expect(alice.log.getByText('Oi, Bento')).toHaveCount(0);
    await expect(ana.page.getByText('Oi, Bento')).toHaveCount(0);
  });

  test('[R12] who waits can give up, and may write while waiting', async ({ agent, visitor, product }) => {
    const ana = await agent('ana');
    product.sql(`update attendance_agents set capacity = 0`);
    await ana.goOnline();
    const alice = await visitor();
    await alice.start({ name: 'Alice' });
    await alice.send('Tem alguém?');
    await alice.panel.getByRole('button', { name: 'Cancelar' }).click();
    await expect(alice.panel.getByRole('button', { name: 'Chat', exact: true })).toBeVisible();
    await expect(ana.row('Alice')).toBeHidden();
  });
});

test.describe('presence', () => {
  test('[R13] nobody Online: the visitor leaves a message, and the agents see it', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    const davi = await visitor();
    await davi.openPanel();
    await expect(davi.panel.getByText('Não estamos online agora')).toBeVisible();
    await davi.panel.getByRole('textbox', { name: 'Nome' }).fill('Davi Prado');
    await davi.panel.getByRole('textbox', { name: 'E-mail' }).fill('davi@exemplo.com');
    await davi.panel.getByRole('textbox', { name: 'Mensagem' }).fill('Abrem aos sábados?');
    await davi.panel.getByRole('button', { name: 'Enviar', exact: true }).click();
    await expect(davi.panel.getByText('Recado enviado. Obrigado!')).toBeVisible();
    await ana.page.getByRole('button', { name: /Recados/ }).click();
    await expect(ana.page.getByText('Abrem aos sábados?')).toBeVisible();
    await ana.page.getByRole('button', { name: 'Assumir' }).click();
    await expect(ana.page.getByRole('link', { name: 'Responder por e-mail' })).toHaveAttribute(
      'href',
      /^mailto:davi(@|%40)exemplo\.com/,
    );
    await ana.page.getByRole('button', { name: 'Marcar como respondida' }).click();
    await expect(ana.page.getByText('Abrem aos sábados?')).toBeHidden();
  });

  test('[R14] going Offline keeps what is held and gets nothing new', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const alice = await visitor();
    await alice.start({ name: 'Alice' });
    await ana.open('Alice');
    await ana.goOffline();
    await ana.send('Continuo aqui');
    await expect(alice.bubble('Continuo aqui')).toBeVisible();
    const bento = await visitor();
    await bento.openPanel();
    await expect(bento.panel.getByText('Não estamos online agora')).toBeVisible();
  });

  test('[R14] presence survives a reload', async ({ agent }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    await ana.page.reload();
    await expect(ana.presence).toHaveAttribute('aria-checked', 'true');
  });

  test('[R14] [F4] [Z128] finding C4: signing out is Offline at once, and keeps what another tab was writing', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    const writing = await ana.openTab();
    await writing.open('Carla Nogueira');
    await writing.message.fill('O seu pedido sai');
    const isOver = new Promise<void>((resolve) => {
      // Opened by the reload below, closed by the sign-out.
      ana.page.on('websocket', (socket) => {
        if (socket.url().includes('/attendance/socket')) socket.on('close', () => resolve());
      });
    });
    await ana.page.reload();
    await expect(ana.presence).toBeEnabled();
    await ana.page.getByRole('navigation').locator('button[aria-haspopup="menu"]').click();
    await ana.page.getByRole('menuitem', { name: /Sair|Log ?out|Desconectar/i }).click();
    await expect(ana.page).toHaveURL(/auth\/login/);
    forgetSession(product.url, 'ana');
    await isOver;
    await expect
      .poll(() =>
        product.rows<{ presence: string }>(
          `select presence from attendance_agents where public_name = 'Ana Martins'`,
        ),
      )
      .toEqual([{ presence: 'offline' }]);

    await expect(writing.page).toHaveURL(/auth\/login/);
    await writing.page.getByRole('textbox', { name: /e-?mail/i }).fill('ana@demo.local');
    await writing.page.getByLabel(/^(Senha|Password)/).fill(PASSWORD);
    await writing.page.getByRole('button', { name: /Entrar|Login/i }).click();
    await expect(writing.presence).toBeEnabled({ timeout: 20_000 });
    await writing.open('Carla Nogueira');
    await expect(writing.message).toHaveValue('O seu pedido sai');
  });
});
