import { request } from '../../strapi/request';
import { createSend } from './create-send';

/** Sends a request to an admin route: the one way from the settings to the server. Never rejects: a refusal is an outcome. */
export const send = createSend(request);
