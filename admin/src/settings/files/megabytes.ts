import { LIMITS } from '../../../../plugins/attendance/protocol/limits';

const MEGABYTE = 1_048_576;

/** Whole megabytes are offered; what was set over HTTP may lie between two. */
export const SIZE = {
  min: Math.ceil(LIMITS.attachmentBytes.min / MEGABYTE),
  max: Math.floor(LIMITS.attachmentBytes.max / MEGABYTE),
} as const;

export function bytesOf(megabytes: number): number {
  return megabytes * MEGABYTE;
}

/** To one decimal. */
export function megabytesOf(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}
