import { useEffect, useMemo, useState } from 'react';

import { siteUpdateSchema, type SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { send } from '../data/send';
import { focusFirstFault } from '../parts/focus-first-fault';
import { problemsOf, type Problems } from '../parts/problems';
import { useEdited, type Edited } from '../data/useEdited';

export interface SiteDraft {
  readonly edited: Edited<SiteSettings>;
  /** Faults for which the server would refuse the draft, by its own schema. */
  readonly problems: Problems;
  /** Whether there was an attempt to save with problems: from then on, all of them are shown. */
  readonly hasTried: boolean;
  /** Number of attempts to save with problems. */
  readonly tries: number;
  /** Saves the draft; with problems, shows them and goes to the first. */
  save(): void;
}

/**
 * Returns the draft of a site. Each page changes its own part; the whole is sent, with the version it was made from
 * [Z9].
 */
export function useSiteDraft(site: SiteSettings): SiteDraft {
  const edited = useEdited(site, (value) =>
    send<SiteSettings>('put', `/attendance/sites/${value.id}`, toUpdate(value)),
  );
  const { value } = edited;
  const problems = useMemo(() => problemsOf(siteUpdateSchema, toUpdate(value)), [value]);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries === 0) return;
    return focusFirstFault();
  }, [tries]);
  return {
    edited,
    problems,
    tries,
    hasTried: tries > 0 && problems.size > 0,
    save: () => {
      if (problems.size > 0) setTries((before) => before + 1);
      else void edited.save();
    },
  };
}

const written = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

/** Returns what may be changed of a site; empty lines are neither origins nor paths. */
export function toUpdate({ id: _, key: __, sightings: ___, unlisted: ____, ...update }: SiteSettings) {
  return {
    ...update,
    origins: written(update.origins),
    appearance: {
      ...update.appearance,
      pages: { ...update.appearance.pages, patterns: written(update.appearance.pages.patterns) },
    },
  };
}
