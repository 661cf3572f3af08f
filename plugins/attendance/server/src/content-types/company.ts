import { contentType, counter, json, line, time } from './content-type';

/** What holds for the whole company, one row each. */
export const companyContentTypes = {
  'business-hour': contentType('business-hour', {
    version: counter,
    isOn: { type: 'boolean', default: false },
    timeZone: line,
    week: json,
    holidays: json,
  }),
  'retention-setting': contentType('retention-setting', {
    version: counter,
    days: json,
    lastRunAt: time,
    lastCounts: json,
  }),
};
