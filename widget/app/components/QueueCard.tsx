import type { State } from '../model/state';
import type { Panel } from '../panel';

/** Where the visitor stands [R12]; announced politely when it changes. */
export function QueueCard({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const { texts, store, session, config } = panel;
  const { interaction, availability } = state;
  if (interaction?.status !== 'waiting') return null;
  const { place } = interaction;
  const before = place ? place.position - 1 : 0;
  const minutes = place?.estimatedWaitMs == null ? null : Math.round(place.estimatedWaitMs / 60_000);
  return (
    <section className="queue">
      <div role="status">
        <p>{!place ? texts.calling : before > 0 ? texts.nextAfter : texts.next}</p>
        {before > 0 && <strong>{before}</strong>}
        <p className="about">{place && texts.queue(before, minutes)}</p>
      </div>
      <span className="pace" aria-hidden="true" />
      {availability === 'online' ? (
        <p className="hint">{texts.waitHint(Math.round(config.persistenceMs / 1000))}</p>
      ) : (
        <>
          <p className="hint">{texts.nobodyHere}</p>
          <button
            type="button"
            className="secondary"
            onClick={() => store.dispatch({ type: 'offline-form:changed', form: 'open' })}
          >
            {texts.leaveMessage}
          </button>
        </>
      )}
      <button type="button" className="secondary" onClick={() => void session.cancel()}>
        {texts.cancel}
      </button>
    </section>
  );
}
