import { describe, expect, it } from 'vitest';

import { appearanceSchema } from '../../../../plugins/attendance/protocol/settings/appearance';
import { FORM_OFF, formSchema } from '../../../../plugins/attendance/protocol/settings/form';
import {
  toSite,
  upgradeAppearance,
  upgradeForm,
} from '../../../../plugins/attendance/server/src/adapters/settings/site-rows';

const FIRST_APPEARANCE = {
  companyName: 'Loja',
  colour: '#123456',
  position: 'left' as const,
  offsetX: 4,
  offsetY: 8,
  launcherText: 'Fale com a gente',
  greeting: { 'pt-BR': 'Oi!', en: '', es: '' },
};
const hidden = { isShown: false, isRequired: false };

describe('a site stored by an older version', () => {
  it('[F1] [Z34] keeps its look, and has what came later as a new site has it', () => {
    const appearance = upgradeAppearance(FIRST_APPEARANCE, 'Outra');
    expect(appearanceSchema.safeParse(appearance).success).toBe(true);
    expect(appearance).toMatchObject({
      companyName: 'Loja',
      colour: '#123456',
      position: 'left',
      offsetX: 4,
      theme: 'auto',
      launcherIcon: 'chat',
      logo: null,
      triggers: [],
      layer: 2_147_483_000,
      pages: { choice: 'every', patterns: [] },
    });
    expect(appearance.texts.greeting['pt-BR']).toBe('Oi!');
    expect(appearance.texts.launcherText.es).toBe('Fale com a gente');
    expect(Object.keys(appearance)).not.toContain('greeting');
    expect(upgradeAppearance(appearance, 'Outra')).toEqual(appearance);
  });

  it('[F2] [Z34] asks for what it asked for', () => {
    const form = upgradeForm({
      isOn: true,
      name: { isShown: true, isRequired: true },
      email: hidden,
      phone: { isShown: true, isRequired: false },
    });
    expect(formSchema.safeParse(form).success).toBe(true);
    expect(form.fields.map(({ id, isRequired, target, type }) => [id, type, target, isRequired])).toEqual([
      ['name', 'text', 'name', true],
      ['phone', 'phone', 'phone', false],
    ]);
    expect(upgradeForm(form)).toEqual(form);
    expect(upgradeForm({ isOn: false, name: hidden, email: hidden, phone: hidden })).toEqual(FORM_OFF);
  });

  it('[F5] [Z34] speaks every language, and has no department, rating or transcript', () => {
    const site = toSite({
      id: 1,
      version: 3,
      key: 'loja',
      name: 'Loja',
      origins: '[]',
      channels: '["chat"]',
      languages: null,
      default_locale: 'es',
      department_id: null,
      appearance: JSON.stringify(FIRST_APPEARANCE),
      form: JSON.stringify({ isOn: false, name: hidden, email: hidden, phone: hidden }),
      rating: null,
      transcript: null,
    });
    expect(site).toMatchObject({
      languages: ['pt-BR', 'en', 'es'],
      defaultLocale: 'es',
      departmentId: null,
      rating: { kind: 'off' },
      transcript: { canDownload: false, canEmail: false },
    });
  });
});
