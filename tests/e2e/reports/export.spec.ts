import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';

import { expect, test } from '../support/fixtures';
import type { AgentOptions, AgentScreen } from '../support/people/agent';
import { CARLA, expectRows, fill, REPORTS } from '../support/reports';
import { expectAccessible } from '../support/screens/accessible';

const exporting = (page: Page) => page.getByRole('dialog', { name: 'Exportar relatório' });

/** Opens the export of all interactions; `onPage` prepares how its file is taken. */
async function openExport(
  agent: (login: 'admin', options: AgentOptions) => Promise<AgentScreen>,
  onPage: (page: Page) => Promise<void>,
): Promise<Page> {
  const { page } = await agent('admin', { path: `${REPORTS}/interactions`, onPage });
  await page.getByRole('button', { name: 'Exportar' }).click();
  return page;
}

/** What a spreadsheet would run, with all that a CSV must quote. */
const CLOSING_NOTE = '=1+1;"citado"\nsegunda linha 🙂';

test('[Z168] [Z161] an export is read back by a parser of CSV, and what looks like a formula is none', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(180_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  product.sql(
    `update attendance_interactions set closing_note = ? where visitor_id in
      (select id from attendance_visitors where email = ?)`,
    CLOSING_NOTE,
    CARLA.email,
  );
  // A picker of the browser's own waits for a person.
  const page = await openExport(agent, async (opened) => {
    await opened.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  });
  await expectAccessible(page, { within: '[role=dialog]' });
  const download = page.waitForEvent('download');
  await exporting(page).getByRole('button', { name: 'Baixar' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^interacoes-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  // Each row has as many values as the head, or the parser refuses it.
  const [, ...rows] = parse(text, { bom: true, delimiter: ';' }) as string[][];
  expect(rows).toHaveLength(2);
  expect(rows.flat().filter((value) => /^[=+@-]/.test(value))).toEqual([]);
  expect(rows.flat()).toEqual(expect.arrayContaining([CARLA.email, "'=cmd Rafael", `'${CLOSING_NOTE}`]));
  await expect(exporting(page).getByRole('status')).toHaveText('Pronto: 2 linhas.');
});

/** Has the browser's picker give a file of the page's own, as a person would pick one: all else is the product's. */
async function pickOwnFile(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(suggestedName, { create: true });
      },
    });
  });
}

/** Reads the files that the page was given. */
function readOwnFiles(page: Page): Promise<readonly { readonly name: string; readonly text: string }[]> {
  return page.evaluate(async () => {
    const files: { name: string; text: string }[] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<{ readonly name: string; getFile(): Promise<File> }>;
    };
    for await (const handle of folder.values())
      files.push({ name: handle.name, text: await (await handle.getFile()).text() });
    return files;
  });
}

test('[Z168] JSON lines are written as they come to the file that a person picked', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(180_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  const page = await openExport(agent, pickOwnFile);
  await exporting(page).getByRole('radio', { name: 'JSON, uma linha por registro' }).click();
  await exporting(page).getByRole('button', { name: 'Baixar' }).click();
  await expect(exporting(page).getByRole('status')).toHaveText('Pronto: 2 linhas.');
  const [file, ...others] = await readOwnFiles(page);
  expect(others).toEqual([]);
  expect(file?.name).toMatch(/^interacoes-.*\.jsonl$/);
  const lines = (file?.text ?? '').trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { visitor: { name: string; email: string } });
  expect(rows.map((row) => row.visitor.name).sort()).toEqual(['=cmd Rafael', CARLA.name]);
});

test('[Z168] [Z160] an export that is stopped leaves no file, and is noted with what was taken', async ({
  agent,
  product,
}) => {
  test.setTimeout(180_000);
  const count = 60_000;
  product.sql(
    `insert into attendance_report_rows
      (interaction_id, version, requested_at, ended_at, closed_at, channel, began_as, site_id, site_name, department_name,
       agent_name, origin, outcome, ended_by, duration_ms, response_count, call_count, missed_count, transfer_count)
     with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count})
     select n + 1000000, 1, ?, ?, ?, 'chat', 'chat', 1, 'Loja', '', '', '', 'abandoned', 'visitor', 1000, 0, 0, 0, 0 from numbers`,
    Date.now() - 2_000,
    Date.now() - 1_000,
    Date.now() - 1_000,
  );
  const page = await openExport(agent, pickOwnFile);
  await exporting(page).getByRole('button', { name: 'Baixar' }).click();
  await expect(exporting(page).getByRole('progressbar')).toBeVisible();
  await expect(exporting(page).getByText(/^[1-9][\d.]* de 60/)).toBeVisible();
  await exporting(page).getByRole('button', { name: 'Interromper' }).click();
  await expect(exporting(page).getByRole('status')).toHaveText(/^Interrompido após .*; nada foi salvo\.$/);
  await expect.poll(() => readOwnFiles(page)).toEqual([]);
  /** Rows taken of the exports that were not whole. */
  const taken = (): number[] =>
    product
      .rows<{ changes: string }>(
        `select changes from attendance_audit_records where action = 'report.export'`,
      )
      .flatMap(({ changes }) => {
        const fields = JSON.parse(changes) as { field: string; after: number | boolean }[];
        const after = (name: string) => fields.find(({ field }) => field === name)?.after;
        return after('isComplete') === false ? [Number(after('rows'))] : [];
      });
  await expect.poll(taken).toHaveLength(1);
  expect(taken()[0]).toBeLessThan(count);
});
