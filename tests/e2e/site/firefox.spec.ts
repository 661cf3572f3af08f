import { findFirefox } from '../../support/browsers/firefox.mjs';
import { answerCall, ask, CARLA } from '../support/calls/calls';
import { expect, test } from '../support/fixtures';
import { expectMedia, hasNoPeer, watchPeers } from '../support/calls/received';

test.skip(findFirefox() === null, 'no Firefox was found, and none could be installed');

test('[W1] [C1] [C2] [P1] [P2] [R5] in Firefox: a chat begins, is left, come back to and ended', async ({
  agent,
  visitorInFirefox,
}) => {
  const ana = await agent('ana');
  await ana.goOnline();
  const carla = await visitorInFirefox({ path: '/cafeteira' });
  await carla.start(CARLA);
  await ana.open(CARLA.name);

  await carla.message.pressSequentially('Bom dia');
  await expect(ana.page.getByText(/Carla Nogueira.? está digitando…/)).toBeVisible();
  await carla.message.press('Enter');
  await expect(ana.bubble('Bom dia')).toBeVisible();
  await ana.send('Como posso ajudar?');
  await expect(carla.bubble('Como posso ajudar?')).toBeVisible();
  await expect(ana.log.getByText(/lida/)).toBeVisible();

  // By a link of the shop, to another page with the widget.
  await carla.page.getByRole('link').first().click();
  await expect(carla.bubble('Como posso ajudar?')).toBeVisible();
  await carla.send('Ainda estou aqui');
  await expect(ana.bubble('Ainda estou aqui')).toBeVisible();

  await carla.page.goto('about:blank');
  await expect(ana.row(CARLA.name, 'Ausente')).toBeVisible();
  await ana.send('Espero por você');
  await carla.page.goBack();
  await expect(ana.row(CARLA.name, 'Sem pendência')).toBeVisible();
  await expect(carla.bubble('Espero por você')).toBeVisible();
  await carla.send('Voltei');
  await expect(ana.bubble('Voltei')).toBeVisible();

  await carla.end();
  await expect(ana.row(CARLA.name, 'Cliente encerrou')).toBeVisible();
  await ana.end();
  await expect(ana.row(CARLA.name)).toHaveCount(0);
});

test('[M3] [M4] [M5] between Firefox and Chromium: voice and picture arrive at both, and the hang-up ends it', async ({
  agent,
  visitorInFirefox,
}) => {
  test.setTimeout(120_000);
  const ana = await agent('ana', { onPage: watchPeers });
  await ana.goOnline();
  const carla = await visitorInFirefox({ onPage: watchPeers });
  await ask(carla, 'Vídeo');
  await ana.row(CARLA.name).click();
  await answerCall(ana);

  await expectMedia(ana.page, 'video');
  await expectMedia(carla.page, 'video');
  await expect(carla.panel.getByText('Em chamada')).toBeVisible();

  await carla.panel.getByRole('button', { name: 'Desligar chamada' }).click();
  await expect(ana.page.getByRole('button', { name: 'Desligar chamada' })).toBeHidden();
  await expect.poll(() => hasNoPeer(ana.page)).toBe(true);
  await expect.poll(() => hasNoPeer(carla.page)).toBe(true);
  await carla.send('Obrigada!');
  await expect(ana.bubble('Obrigada!')).toBeVisible();
});
