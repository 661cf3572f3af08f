import type { Core } from '@strapi/strapi';

import type { Pictures } from '../../application/settings/pictures';

/** Strapi's media library. */
export function createPictures(strapi: Core.Strapi): Pictures {
  return {
    addressOf: async (id) => {
      const file = (await strapi.db.query('plugin::upload.file').findOne({ where: { id } })) as {
        readonly url?: string;
        readonly mime?: string;
      } | null;
      if (file?.url === undefined || file.mime?.startsWith('image/') !== true) return null;
      return file.url;
    },
  };
}
