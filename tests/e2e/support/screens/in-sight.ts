import type { Locator } from '@playwright/test';

import type { AgentScreen } from '../people/agent';
import { expect } from '../fixtures';

/** What an agent looks at most: the visitor's own fields and what was captured. */
export const SEVEN_FACTS = [
  'Horário de início',
  'Duração',
  'Origem',
  'Página atual',
  'Navegador',
  'Sistema operacional',
  'IP',
] as const;
const OWN_FIELDS = ['Nome', 'E-mail', 'Telefone', 'CPF'] as const;

/** Two laptops: the panel's height there is what is left of the screen. */
export const LAPTOPS = [
  { width: 1366, height: 768 },
  { width: 1440, height: 757 },
] as const;

/** Whole within the window, with nothing before it; no scrolling was needed to see it. */
async function isInSight(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { bottom, left, right, top } = element.getBoundingClientRect();
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return false;
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return seen !== null && (element.contains(seen) || seen.contains(element));
  });
}

/** The visitor's fields, those of the company's own with these labels, and the seven facts, on both laptops. */
export async function expectAtAGlance(ana: AgentScreen, ownFields: readonly string[] = []): Promise<void> {
  for (const size of LAPTOPS) {
    await ana.page.setViewportSize(size);
    const fields = [...OWN_FIELDS, ...ownFields].map(
      (label) => [label, ana.page.getByLabel(label, { exact: true })] as const,
    );
    const facts = SEVEN_FACTS.map((label) => [label, ana.captured(label)] as const);
    for (const [label, place] of [...fields, ...facts])
      await expect.poll(() => isInSight(place), { message: `${label} at ${size.height}` }).toBe(true);
  }
}
