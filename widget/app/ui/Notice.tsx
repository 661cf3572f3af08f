import type { State } from '../model/state';
import type { Panel } from '../panel/panel';

/** The notice of the last refusal, in the visitor's language. */
export function Notice({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  return (
    <div role="alert" className="notice-area">
      {state.notice && <p className="notice">{panel.texts.notice[state.notice]}</p>}
    </div>
  );
}
