import { expect, IN_MOTION, test } from '../support/fixtures';
import { countTones, tonesHeard } from '../support/calls/tones';

test.use(IN_MOTION);

const CARLA = { name: 'Carla Nogueira', email: 'carla@exemplo.com', phone: '(11) 98765-4321' };

test.describe('a chat from the first click to the end', () => {
  test('[W1] [F2] asks for what the form requires, and carries the answers to the agent', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor({ path: '/cafeteira' });
    await carla.openPanel();
    await carla.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(carla.panel.getByText('Preencha este campo.').first()).toBeVisible();
    await expect(carla.panel.getByRole('textbox', { name: 'Nome' })).toBeFocused();
    await carla.fill(CARLA);
    await carla.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(carla.message).toBeVisible();
    await ana.open('Carla Nogueira');
    await expect(ana.page.getByLabel('E-mail')).toHaveValue(CARLA.email);
    await expect(ana.page.getByLabel('Telefone')).toHaveValue(CARLA.phone);
  });

  test('[W1] without a form, the channel alone starts it', async ({ agent, visitor, product }) => {
    product.sql(`update attendance_sites set form = json_set(form, '$.isOn', json('false'))`);
    const ana = await agent('ana');
    await ana.goOnline();
    const somebody = await visitor();
    await somebody.openPanel();
    await expect(somebody.panel.getByRole('textbox', { name: 'Nome' })).toHaveCount(0);
    await somebody.panel.getByRole('button', { name: 'Chat', exact: true }).click();
    await expect(somebody.message).toBeVisible();
    await expect(ana.row('Visitante #\\d+', 'Nova, não aberta')).toBeVisible();
  });

  test('[S2] [S7] [S9] is red and sounds until it is opened', async ({ agent, visitor }) => {
    const ana = await agent('ana', { onPage: countTones });
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
    await expect(ana.page).toHaveTitle(/^\(1\) Nova interação/);
    await expect.poll(() => tonesHeard(ana.page)).toBeGreaterThan(2);
    await ana.open('Carla Nogueira');
    await expect(ana.row('Carla Nogueira', 'Cliente aguardando')).toBeVisible();
    await expect(ana.page).not.toHaveTitle(/Nova interação/);
    const heard = await tonesHeard(ana.page);
    await carla.send('Bom dia!');
    await expect(ana.bubble('Bom dia!')).toBeVisible();
    expect(await tonesHeard(ana.page)).toBe(heard);
  });

  test('[C1] [C2] [C5] [S4] [S5] talks both ways by Enter and by Enviar, with typing and read', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');

    await carla.message.pressSequentially('Meu pedido');
    await expect(ana.page.getByText(/Carla Nogueira.? está digitando…/)).toBeVisible();
    await carla.message.press('Shift+Enter');
    await carla.message.pressSequentially('não chegou');
    await carla.message.press('Enter');
    await expect(carla.message).toHaveValue('');
    await expect(ana.log.getByText(/Meu pedido\s+não chegou/)).toBeVisible();
    await expect(carla.panel.getByText('lida')).toBeVisible();
    await expect(ana.row('Carla Nogueira', 'Cliente aguardando')).toBeVisible();

    await ana.message.pressSequentially('Vou verificar');
    await expect(carla.panel.getByText(/Ana Martins.? está digitando…/)).toBeVisible();
    await ana.message.press('Enter');
    await expect(carla.bubble('Vou verificar')).toBeVisible();
    await expect(ana.row('Carla Nogueira', 'Sem pendência')).toBeVisible();
    await expect(ana.log.getByText(/lida/)).toBeVisible();

    await ana.send('Encontrei: sai hoje');
    await expect(carla.bubble('Encontrei: sai hoje')).toBeVisible();
    await carla.send('Obrigada!');
    await expect(ana.bubble('Obrigada!')).toBeVisible();
  });

  test('[S1] [A6] [R5] the visitor ends, the row turns yellow, and the agent ends it too', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await ana.send('Oi, Carla!');
    await expect(carla.bubble('Oi, Carla!')).toBeVisible();
    await carla.end();
    await expect(carla.panel.getByText('Você encerrou o atendimento.')).toBeVisible();
    await expect(ana.row('Carla Nogueira', 'Cliente encerrou')).toBeVisible();
    await ana.end();
    await expect(ana.row('Carla Nogueira')).toBeHidden();
  });

  test('[A5] shows the agent where the visitor came from and with what', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor({ path: '/cafeteira' });
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    const captured = (label: string) => ana.captured(label);
    await expect(captured('Origem').getByRole('link')).toHaveAttribute('href', /\/cafeteira$/);
    await expect(captured('Navegador')).toHaveText(/Chrom/);
    await expect(captured('Sistema operacional')).not.toBeEmpty();
    await expect(captured('IP')).toHaveText('127.0.0.1');
    await expect(captured('Horário de início')).toHaveText(/\d{2}:\d{2}/);
    await expect(captured('Duração')).toHaveText(/\d:\d{2}/);
  });

  test('[A4] what the agent fills in is saved and comes back after a reload', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await ana.page.getByLabel('Nome').fill('Carla N. Souza');
    await ana.page.getByLabel('Nome').press('Tab');
    await expect(ana.row('Carla N. Souza')).toBeVisible();
    await ana.page.reload();
    await ana.open('Carla N. Souza');
    await expect(ana.page.getByLabel('Nome')).toHaveValue('Carla N. Souza');
  });
});

test.describe('what stays', () => {
  test('[C3] a reload on either side shows the same conversation', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    for (const text of ['um', 'dois', 'três']) await carla.send(text);
    await ana.send('quatro');
    await expect(carla.bubble('quatro')).toBeVisible();

    await carla.page.reload();
    for (const text of ['um', 'dois', 'três', 'quatro']) await expect(carla.bubble(text)).toHaveCount(1);
    await ana.page.reload();
    await ana.open('Carla Nogueira');
    for (const text of ['um', 'dois', 'três', 'quatro']) await expect(ana.bubble(text)).toHaveCount(1);
    const words = await ana.log.innerText();
    const places = ['um', 'dois', 'três', 'quatro'].map((text) => words.search(new RegExp(`^${text}$`, 'm')));
    expect(places).toEqual([...places].sort((left, right) => left - right));
  });

  test('[W6] an answer to a closed panel shows by badge, sound and title', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor({ onPage: countTones });
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await carla.panel.getByRole('button', { name: 'Fechar' }).click();
    await expect(carla.launcher).toBeFocused();
    await ana.send('Está aí?');
    await expect(
      carla.page.getByRole('button', { name: 'Abrir atendimento, 1 mensagem não lida' }),
    ).toBeVisible();
    await expect(carla.page).toHaveTitle(/^\(1\) /);
    await expect.poll(() => tonesHeard(carla.page)).toBeGreaterThan(0);
    await carla.launcher.click();
    await expect(carla.bubble('Está aí?')).toBeVisible();
    await expect(carla.page).not.toHaveTitle(/^\(1\) /);
  });

  test('[C7] markup stays text, and only honest links are links', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ ...CARLA, name: '<img src=x onerror=alert(1)>' });
    await ana.page
      .getByRole('button', { name: /Nova, não aberta/ })
      .or(ana.page.getByRole('option', { name: /Nova, não aberta/ }))
      .click();
    const hostile = '<b>oi</b> javascript:alert(1) https://exemplo.com/a?b=1.';
    await carla.send(hostile);
    await expect(ana.bubble('<b>oi</b>')).toHaveCount(0);
    await expect(ana.log.getByText('<b>oi</b> javascript:alert(1)')).toBeVisible();
    await expect(ana.log.getByRole('link')).toHaveCount(1);
    await expect(ana.log.getByRole('link')).toHaveAttribute('href', 'https://exemplo.com/a?b=1');
    await expect(ana.log.getByRole('link')).toHaveAttribute('rel', /noopener/);
    await expect(carla.log.getByRole('link')).toHaveCount(1);
  });
});
