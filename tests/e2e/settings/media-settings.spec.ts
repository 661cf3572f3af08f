import { expect, test } from '../support/fixtures';

test('[F3] [M3] an admin sets a deployment; the secret is never shown again, and the self-test says what it found', async ({
  agent,
}) => {
  const { page } = await agent('admin', { path: '/admin/settings/attendance/media' });
  await expect(
    page.getByText('De navegador a navegador, sem servidor de mídia.', { exact: false }),
  ).toBeVisible();

  await page.getByRole('textbox', { name: 'Domínio' }).fill('localhost:9');
  await page.getByRole('textbox', { name: 'Emissor (app_id)' }).fill('atende');
  const secret = page.getByLabel('Segredo (app_secret)', { exact: true });
  await expect(secret).toHaveAttribute('type', 'password');
  await secret.fill('a-secret-that-nobody-sees');
  await expect(page.getByRole('button', { name: 'Testar' })).toBeDisabled();
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();

  await page.reload();
  await expect(page.getByText('Pelo Jitsi em localhost:9.')).toBeVisible();
  await expect(secret).toHaveValue('');
  await expect(secret).toHaveAttribute('placeholder', 'Guardado; digite para trocar');
  expect(await page.content()).not.toContain('a-secret-that-nobody-sees');

  await page.getByRole('button', { name: 'Testar' }).click();
  const checks = page.getByRole('list', { name: 'Autoteste' }).getByRole('listitem');
  await expect(checks.first()).toContainText('Falhou');
  await expect(checks.first()).toContainText('rede privada');

  await page.getByRole('textbox', { name: 'Domínio' }).fill('');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
  await expect(
    page.getByText('De navegador a navegador, sem servidor de mídia.', { exact: false }),
  ).toBeVisible();
});
