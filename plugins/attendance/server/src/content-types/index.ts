import { attachments } from './attachments';
import { auditContentTypes } from './audit';
import { calls } from './calls';
import { companyContentTypes } from './company';
import { interactions } from './interactions';
import { messages } from './messages';
import { people } from './people';
import { settings } from './settings';
import { toolContentTypes } from './tools';
import { blockContentTypes } from './blocks';
import { reportContentTypes } from './reports';

/**
 * Content types of the plugin, by area. Hot tables are written through knex (adapters/); the names of tables, columns and indexes are therefore part
 * of this folder's contract. Times are UTC milliseconds.
 */
export const contentTypes = {
  ...settings,
  ...companyContentTypes,
  ...people,
  ...interactions,
  ...messages,
  ...calls,
  ...attachments,
  ...auditContentTypes,
  ...toolContentTypes,
  ...blockContentTypes,
  ...reportContentTypes,
};
