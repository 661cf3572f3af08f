import { expectAccessible, expectNarrow } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import { expectRows, fill, REPORTS } from '../support/reports';

const TITLES = { en: ['Reports', 'Live board'], es: ['Informes', 'Panel en vivo'] } as const;

for (const language of ['en', 'es'] as const)
  test(`[A7] [Z167] reports and live board in ${language}: every text is there, and none is wider than its place`, async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(240_000);
    const ana = await agent('ana');
    await fill(ana, visitor);
    await expectRows(product, 2);
    const complaints: string[] = [];
    const { page } = await agent('admin', {
      path: '/admin/me',
      onPage: (opened) => {
        opened.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
      },
    });
    // As it is chosen in one's own profile.
    const speak = (chosen: string) =>
      product.sql(`update admin_users set prefered_language = ? where email like 'admin@%'`, chosen);
    speak(language);
    const [reports, board] = TITLES[language];
    const places = [
      ...['overview', 'agents', 'departments', 'sites', 'interactions', 'own-day'].map(
        (tab) => [reports, `${REPORTS}/${tab}`] as const,
      ),
      [board, '/admin/plugins/attendance-board'] as const,
    ];
    try {
      for (const [title, path] of places) {
        await page.goto(`${product.url}${path}`);
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        // A key without a text would be shown as it is.
        await expect(page.getByText(/\b(reports|supervision|ui)\.[a-z]+\.[a-zA-Z.]+/)).toHaveCount(0);
        await expectAccessible(page, { within: 'main' });
        // The list of interactions has more columns than any screen is wide.
        if (!path.endsWith('/interactions')) await expectNarrow(page);
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNarrow(page);
        await page.setViewportSize({ width: 1440, height: 900 });
      }
    } finally {
      speak('pt-BR');
    }
    expect(complaints).toEqual([]);
  });
