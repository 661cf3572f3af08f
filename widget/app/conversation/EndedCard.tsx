import { isolate } from '../i18n/isolate';
import { lazyPart } from '../parts/lazy-part';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const endPart = lazyPart(async (panel: Panel) => (await import('../end/end-part')).openEndPart(panel));

/** The card of an ended interaction: who ended it, and the button that starts a new one. */
export function EndedCard({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const { texts, store } = panel;
  const { config, interaction, draft } = state;
  const { rating, transcript } = config;
  const part = usePart(
    endPart,
    panel,
    rating.kind !== 'off' || transcript.canDownload || transcript.canEmail,
  );
  if (interaction?.status !== 'ended') return null;
  const { endedBy, agent, protocolNumber } = interaction;
  const who = endedBy === 'agent' ? texts.endedBy.agent(isolate(agent?.name ?? '')) : texts.endedBy[endedBy];
  return (
    <div className="sheet">
      <div role="status">
        <h2>{who}</h2>
        {config.texts.ended && <p>{config.texts.ended}</p>}
        <p className="hint">
          {texts.protocolNumber} {protocolNumber}
        </p>
        {draft && <p className="hint">{texts.draftKept}</p>}
      </div>
      {part && part !== 'failed' && agent && <part.EndArea config={config} interaction={interaction} />}
      <button
        type="button"
        className="primary"
        data-focus=""
        onClick={() => store.dispatch({ type: 'interaction:left' })}
      >
        {texts.startAgain}
      </button>
    </div>
  );
}
