import type { State } from '../model/state';
import type { Panel } from '../panel/panel';

interface QueueCardProps {
  readonly panel: Panel;
  readonly state: State;
}

/**
 * The visitor's place in the queue [R12], announced politely when it changes. With nobody Online it offers the form and the place
 * is kept [R13].
 */
export function QueueCard({ panel, state }: QueueCardProps) {
  const { texts, store, session } = panel;
  const { config, interaction, availability } = state;
  if (interaction?.status !== 'waiting') return null;
  const isCalling = availability === 'online';
  return (
    <section className="queue">
      <div role="status">
        {isCalling ? <Place panel={panel} state={state} /> : <h2>{texts.placeKept}</h2>}
      </div>
      {isCalling && <span className="pace" aria-hidden="true" />}
      {isCalling && config.texts.queue && <p>{config.texts.queue}</p>}
      <p className="hint">
        {isCalling ? texts.waitHint(Math.round(config.persistenceMs / 1000)) : texts.nobodyHere}
      </p>
      <div className="choices">
        {!isCalling && (
          <button
            type="button"
            className="primary"
            onClick={() => store.dispatch({ type: 'offline-form:changed', form: 'open' })}
          >
            {texts.leaveMessage}
          </button>
        )}
        <button type="button" className="secondary" onClick={() => void session.cancel()}>
          {texts.cancel}
        </button>
      </div>
    </section>
  );
}

/** The number of people before the visitor and the estimated wait; space is reserved for what is not known yet. */
function Place({ panel: { texts }, state: { interaction } }: QueueCardProps) {
  const place = interaction?.status === 'waiting' ? interaction.place : null;
  const before = place ? place.position - 1 : 0;
  const wait = place?.estimatedWaitMs;
  const about = place && texts.queue(before, wait == null ? null : Math.round(wait / 60_000));
  return (
    <>
      {before > 0 ? (
        <>
          <p>{texts.nextAfter}</p>
          <strong>{before}</strong>
        </>
      ) : (
        <h2>{place ? texts.next : texts.waiting}</h2>
      )}
      <p>{about || '\u00a0'}</p>
    </>
  );
}
