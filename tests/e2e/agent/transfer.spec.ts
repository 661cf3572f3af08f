import { expect, test } from '../support/fixtures';
import type { AgentScreen } from '../support/people/agent';

const dialog = (screen: AgentScreen) => screen.page.getByRole('dialog', { name: /^Transferir/ });

async function openTransfer(screen: AgentScreen) {
  await screen.page.getByRole('button', { name: 'Transferir', exact: true }).click();
  const open = dialog(screen);
  await expect(open).toBeVisible();
  return open;
}

test.describe('a transfer', () => {
  test('[R15] [S2] to a colleague: new for them with everything said, gone from the sender, told to the visitor', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const rafael = await visitor();
    await rafael.start({ name: 'Rafael Prado' });
    await rafael.send('Comprei o tamanho errado');
    await ana.open('Rafael Prado');
    await ana.send('Vou passar para as trocas');

    const bruno = await agent('bruno');
    const choose = await openTransfer(ana);
    // The list is live: Bruno goes Online while it is open.
    const row = choose.getByRole('radio', { name: /Bruno/ });
    await expect(row).toBeDisabled();
    await expect(choose.getByRole('button', { name: 'Transferir', exact: true })).toBeDisabled();
    await bruno.goOnline();
    await expect(row).toBeEnabled();
    // By keyboard alone.
    await choose.getByRole('searchbox').or(choose.getByRole('textbox')).first().fill('bru');
    await row.focus();
    await ana.page.keyboard.press('Space');
    await choose.getByLabel('Recado para quem recebe').fill('É a segunda troca dele');
    await expect(choose.getByText(/recebe a conversa inteira agora/)).toBeVisible();
    await choose.getByRole('button', { name: 'Transferir', exact: true }).click();

    await expect(dialog(ana)).toBeHidden();
    await expect(ana.page.getByText(/Rafael Prado agora está com Bruno/)).toBeVisible();
    await expect(ana.row('Rafael Prado')).toBeHidden();
    await expect(bruno.row('Rafael Prado', 'Nova, não aberta')).toBeVisible();
    await expect(
      bruno.page.getByText(/transferiu Rafael Prado para você: É a segunda troca dele/),
    ).toBeVisible();
    await bruno.open('Rafael Prado');
    await expect(bruno.bubble('Comprei o tamanho errado')).toBeVisible();
    await expect(bruno.log.getByText('É a segunda troca dele')).toBeVisible();
    await expect(rafael.log.getByText(/O atendimento passou para .*Bruno/)).toBeVisible();
    await expect(rafael.log.getByText('É a segunda troca dele')).toHaveCount(0);
    await bruno.send('Oi, Rafael, já resolvo');
    await expect(rafael.bubble('Oi, Rafael, já resolvo')).toBeVisible();
    await rafael.page.reload();
    await expect(rafael.log.getByText(/O atendimento passou para/)).toBeVisible();
    await expect(rafael.log.getByText('É a segunda troca dele')).toHaveCount(0);
  });

  test('[R15] to a department: refused while nobody is there, then its colleague gets it', async ({
    agent,
    product,
    visitor,
  }) => {
    product.sql(`insert into attendance_departments (key, name) values ('trocas', 'Trocas')`);
    const [department] = product.rows<{ id: number }>(`select id from attendance_departments`);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla' });
    await ana.open('Carla');
    const choose = await openTransfer(ana);
    const row = choose.getByRole('radio', { name: /Trocas/ });
    await expect(row).toBeDisabled();

    const bruno = await agent('bruno');
    product.sql(
      `update attendance_agents set department_ids = ? where public_name like 'Bruno%'`,
      JSON.stringify([department?.id]),
    );
    await bruno.goOnline();
    await expect(row).toBeEnabled();
    await choose.getByText('Trocas', { exact: true }).click();
    await choose.getByRole('button', { name: 'Transferir', exact: true }).click();
    await expect(bruno.row('Carla', 'Nova, não aberta')).toBeVisible({ timeout: 2_000 });
    await expect(ana.row('Carla')).toBeHidden();
    await expect(carla.log.getByText(/O atendimento passou para .*Trocas/)).toBeVisible();
    await bruno.open('Carla');
    await bruno.send('Aqui é das trocas');
    await expect(carla.bubble('Aqui é das trocas')).toBeVisible();
    product.sql(`update attendance_agents set department_ids = '[]'`);
  });
});
