import type { Locator, Page } from '@playwright/test';

import type { SiteSettings } from '../../../plugins/attendance/protocol/settings/site';
import { callPanel } from './people/agent';
import { expect } from './fixtures';
import type { Product } from './product/product';

export const SETTINGS = '/admin/settings/attendance';

/** Saves what was changed on the page. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
}

/** Chooses in a list of Strapi's, by the words that are seen. */
export async function choose(within: Page | Locator, field: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: field }).click();
  const page = 'page' in within ? within.page() : within;
  await page.getByRole('option', { name: option, exact: true }).click();
}

export type SiteChange = Partial<Omit<SiteSettings, 'id' | 'key' | 'sightings' | 'unlisted' | 'version'>>;

/** Changes the shop by the route of its settings: what a page of them sends. */
export async function changeShop(
  product: Product,
  change: SiteChange | ((shop: SiteSettings) => SiteChange),
): Promise<SiteSettings> {
  const sites = await callPanel<SiteSettings[]>(product.url, 'admin', { path: '/sites' });
  const shop = sites.find(({ key }) => key === 'loja-demo');
  if (shop === undefined) throw new Error('the shop is gone');
  const { id, key: _, sightings: __, unlisted: ___, ...update } = shop;
  return callPanel<SiteSettings>(product.url, 'admin', {
    path: `/sites/${id}`,
    method: 'PUT',
    body: { ...update, ...(typeof change === 'function' ? change(shop) : change) },
  });
}
