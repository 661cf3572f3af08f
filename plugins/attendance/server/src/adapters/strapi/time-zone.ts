import { IANAZone } from 'luxon';

import type { OffsetAt } from '../../domain/settings/hours';

const MINUTE_MS = 60_000;

/** The clock on the wall in an IANA time zone, daylight saving included. */
export function offsetIn(timeZone: string): OffsetAt {
  const zone = IANAZone.create(timeZone);
  return (instant) => zone.offset(instant) * MINUTE_MS;
}
