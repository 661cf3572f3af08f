import type { Picture } from '../../../../protocol/settings/appearance';

/** The media library, as far as pictures of sites and agents go. */
export interface Pictures {
  /** Where a browser finds this picture; null where there is no such file, or it is none. */
  addressOf(fileId: number): Promise<string | null>;
}

/** The address is the media library's: what a browser says of it is not believed. One that is gone is no picture any more [Z32]. */
export async function takePicture(pictures: Pictures, picture: Picture | null): Promise<Picture | null> {
  const url = picture === null ? null : await pictures.addressOf(picture.fileId);
  return picture === null || url === null ? null : { fileId: picture.fileId, url };
}
