import type { Site } from '../application/settings/sites';

/** Returns the console's text for a page's owner, in English as everything for developers: what is wrong, and the line to write. */
export function tellUnlisted({ name }: Pick<Site, 'name'>, origin: string): string {
  const here = `no button is shown, for this page's address is not among those of the site "${name}".`;
  if (origin === 'null')
    return `${here} It has none: open it from a web server, not from a file or a sandboxed frame.`;
  return `${here} In Strapi: Settings, Atendimento, Sites, "${name}", Endereços (Attendance, Addresses); write this line there: ${origin}`;
}

export function tellNoSite(key: string): string {
  return `there is no site "${key.slice(0, 60)}" here. The line to paste is in Strapi: Settings, Atendimento, Instalação (Attendance, Installation).`;
}
