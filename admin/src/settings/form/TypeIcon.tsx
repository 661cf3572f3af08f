import { BulletList, CheckCircle, Feather, Information, Mail, Paragraph, Phone, User } from '@strapi/icons';

import type { Preset } from './presets';

const ICONS: Readonly<Record<Preset, typeof User>> = {
  name: User,
  email: Mail,
  phone: Phone,
  cpf: Information,
  text: Feather,
  'long-text': Paragraph,
  choice: BulletList,
  checkbox: CheckCircle,
};

export function TypeIcon({ type }: { readonly type: Preset }) {
  const Icon = ICONS[type];
  return <Icon aria-hidden width={16} height={16} />;
}
