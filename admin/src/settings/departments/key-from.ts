const ACCENTS = /[\u0300-\u036f]/g;

/** A key that the name suggests: "Pós-venda 2" is `pos-venda-2`. */
export function keyFrom(name: string): string {
  return name
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}
