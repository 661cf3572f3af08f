import type { Picture } from '../../../../protocol/settings/appearance';

/** The media library, as far as pictures of sites and agents go. */
export interface Pictures {
  /** Resolves to the URL of this picture; null where there is no such file, or it is no picture. */
  addressOf(fileId: number): Promise<string | null>;
}

/** Resolves to a picture with the media library's URL, for a browser's is not trusted; null for one that is gone [Z32]. */
export async function takePicture(pictures: Pictures, picture: Picture | null): Promise<Picture | null> {
  const url = picture === null ? null : await pictures.addressOf(picture.fileId);
  return picture === null || url === null ? null : { fileId: picture.fileId, url };
}
