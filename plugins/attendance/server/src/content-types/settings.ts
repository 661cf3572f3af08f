import { contentType, counter, id, json, line, originId, time } from './content-type';

/** Sites and settings, and what the service keeps for itself. */
export const settings = {
  /** Mark, one row, the first that is carried from one Strapi to another: an import has given it another id than it names. */
  mark: contentType('mark', { rowId: id }),
  site: contentType(
    'site',
    {
      originId,
      key: line,
      name: line,
      version: counter,
      origins: json,
      channels: json,
      languages: json,
      defaultLocale: line,
      departmentId: id,
      appearance: json,
      form: json,
      rating: json,
      transcript: json,
    },
    [{ name: 'attendance_sites_key', columns: ['key'], type: 'unique' }],
  ),
  /** Last time a page of an allowed origin requested the widget [F6]. */
  sighting: contentType('sighting', { siteId: id, origin: line, seenAt: time }, [
    { name: 'attendance_sightings_origin', columns: ['site_id', 'origin'], type: 'unique' },
  ]),
  setting: contentType('setting', {
    version: counter,
    defaultCapacity: { type: 'integer' },
    persistenceMs: { type: 'integer' },
    ringMs: { type: 'integer' },
    missedMax: { type: 'integer' },
    graceMs: { type: 'integer' },
    reserveAfterMs: { type: 'integer' },
    closingTags: json,
  }),
  'media-setting': contentType('media-setting', {
    version: counter,
    videoHeight: { type: 'integer' },
    iceUrls: json,
    turnSecret: { type: 'text' },
    turnLifetimeMs: { type: 'integer' },
    jitsiDomain: { type: 'string' },
    jitsiKind: line,
    jitsiAlgorithm: line,
    jitsiAppId: line,
    jitsiAudience: line,
    jitsiSubject: line,
    jitsiKeyId: line,
    jitsiSigningKey: { type: 'text' },
    jitsiReservationSecret: { type: 'text' },
    unsafeRoomAt: time,
  }),
  /** Sweep clock, one row, touched by every sweep: the time of an outage is read from it [P4]. */
  'sweep-clock': contentType('sweep-clock', { beatenAt: time }),
};
