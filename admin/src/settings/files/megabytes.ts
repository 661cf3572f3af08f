import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';

const MEGABYTE = 1_048_576;

/** Bounds of a file's size, in whole megabytes; what was set over HTTP may lie between two. */
export const SIZE = {
  min: Math.ceil(LIMITS.attachmentBytes.min / MEGABYTE),
  max: Math.floor(LIMITS.attachmentBytes.max / MEGABYTE),
} as const;

export function bytesOf(megabytes: number): number {
  return megabytes * MEGABYTE;
}

/** Converts bytes to megabytes, to one decimal. */
export function megabytesOf(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}

const MEGABYTES_OF_GIGABYTE = 1_024;

/** Bounds of the space for all files, in whole gigabytes; what was set over HTTP may lie between two, or below. */
export const ROOM = {
  min: 1,
  max: LIMITS.attachmentQuotaMegabytes.max / MEGABYTES_OF_GIGABYTE,
} as const;

/** Converts megabytes to gigabytes, to one decimal. */
export function gigabytesOf(megabytes: number): number {
  return Math.round((megabytes / MEGABYTES_OF_GIGABYTE) * 10) / 10;
}

export function megabytesIn(gigabytes: number): number {
  return gigabytes * MEGABYTES_OF_GIGABYTE;
}
