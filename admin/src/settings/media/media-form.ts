import type { MediaSettings } from '../../../../plugins/attendance/protocol/calls/media-settings';

/** Change of a secret: undefined keeps the stored one, null clears it, a text replaces it. */
export type SecretChange = string | null | undefined;

/** The media settings with the secrets as typed; the server's response has none. */
export interface MediaForm extends Omit<MediaSettings, 'direct' | 'jitsi'> {
  readonly direct: MediaSettings['direct'] & { readonly turnSecret?: SecretChange };
  readonly jitsi: MediaSettings['jitsi'] & {
    readonly signingKey?: SecretChange;
    readonly reservationSecret?: SecretChange;
  };
}

/** Returns the algorithm of a kind of deployment: JaaS takes RS256 only. */
export function algorithmOf({ algorithm, kind }: MediaForm['jitsi']): MediaForm['jitsi']['algorithm'] {
  return kind === 'jaas' ? 'RS256' : algorithm;
}

/** Returns the body of the request: trimmed lines, the algorithm that the kind demands. */
export function toUpdate(form: MediaForm): MediaForm {
  const { direct, jitsi } = form;
  return {
    ...form,
    direct: { ...direct, iceUrls: direct.iceUrls.map((url) => url.trim()).filter((url) => url !== '') },
    jitsi: { ...jitsi, domain: jitsi.domain?.trim() ?? null, algorithm: algorithmOf(jitsi) },
  };
}
