import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';

const APPEARANCE = '/admin/settings/attendance/appearance';

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
}

test.describe('appearance', () => {
  test('[Z9] of two admins the second is told, and reads what the first saved', async ({ agent }) => {
    const [first, second] = [
      await agent('admin', { path: APPEARANCE }),
      await agent('admin', { path: APPEARANCE }),
    ];
    const name = (page: Page) => page.getByRole('textbox', { name: 'Nome mostrado no painel' });
    await name(first.page).fill('Loja da primeira');
    await name(second.page).fill('Loja da segunda');
    await save(first.page);
    await second.page.getByRole('button', { name: 'Salvar' }).click();
    await expect(
      second.page.getByText('Outra pessoa mudou isto enquanto você editava.', { exact: false }),
    ).toBeVisible();
    await second.page.getByRole('button', { name: 'Recarregar' }).click();
    await expect(name(second.page)).toHaveValue('Loja da primeira');
  });

  test('[F1] texts are kept per language, and what is empty shows the product’s own', async ({ agent }) => {
    const { page } = await agent('admin', { path: APPEARANCE });
    const greeting = page.getByRole('textbox', { name: 'Saudação' });
    await greeting.fill('');
    await expect(greeting).toHaveAttribute('placeholder', 'Como quer falar com a gente?');
    await page.getByRole('radio', { name: 'inglês' }).first().click();
    await expect(greeting).toHaveAttribute('placeholder', 'How would you like to talk to us?');
    await greeting.fill('Hello there');
    await page
      .getByRole('radio', { name: /português/ })
      .first()
      .click();
    await expect(greeting).toHaveValue('');
    await expect(greeting).toHaveAttribute('placeholder', 'Hello there');
  });
});
