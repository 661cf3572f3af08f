import type { AuditSnapshots } from '../../application/audit/audit';
import type { ToolLists } from '../../application/tools/tools';

/** Returns the audit snapshots of the lists; a field's with its position. */
export function toolSnapshots({ cannedResponses, fields, tags }: ToolLists): AuditSnapshots {
  return {
    canned: async (id) => {
      const found = id === null ? null : await cannedResponses.find(id);
      return found === null ? null : { subject: `/${found.shortcut}`, values: found };
    },
    tag: async (id) => {
      const found = id === null ? null : await tags.find(id);
      return found === null ? null : { subject: found.name, values: found };
    },
    field: async (id) => {
      const order = (await fields.all()).map(nameOfField);
      if (id === null) return { subject: '', values: { order } };
      const found = await fields.find(id);
      return found === null ? null : { subject: nameOfField(found), values: { ...found, order } };
    },
  };
}

function nameOfField({ label }: { readonly label: Readonly<Record<string, string>> }): string {
  return Object.values(label).find((text) => text !== '') ?? '';
}
