import { Icon } from '../ui/Icon';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { BLOCKED_TEXTS } from './blocked-texts';

/** The screen of a blocked visitor: that nothing can be sent from here, until when, and what else can be done [A10]. */
export function BlockedView({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const { locale } = panel;
  const texts = BLOCKED_TEXTS[locale];
  const until = state.block?.until ?? null;
  return (
    <div className="view centred">
      <span className="mark fault">
        <Icon name="fault" />
      </span>
      <div role="status">
        <h2>{texts.title}</h2>
        <p>{until === null ? texts.forEver : texts.until(whenOf(until, locale))}</p>
        <p>{texts.elsewhere}</p>
      </div>
    </div>
  );
}

/** Formats the end of the block, a time in ms, with its date, since it may be another day; in the visitor's time zone. */
function whenOf(until: number, locale: string): string {
  return new Date(until).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
}
