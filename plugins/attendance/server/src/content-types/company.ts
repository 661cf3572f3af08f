import { contentType, counter, json, line, time } from './content-type';

/** Content types of the company's settings, one row each. */
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
