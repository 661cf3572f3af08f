import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import type { Panel } from '../panel/panel';
import { KeepTranscript } from './KeepTranscript';
import { RatingForm } from './RatingForm';
import type { EndTexts } from '../i18n/shapes/end-texts';

export interface EndProps {
  readonly panel: Panel;
  readonly texts: EndTexts;
  readonly interactionId: InteractionId;
}

interface EndAreaProps extends EndProps {
  readonly config: PanelConfig;
}

/** The rating and the transcript's downloads below an ended conversation, as far as the site has enabled them. */
export function EndArea({ config: { rating, transcript }, ...props }: EndAreaProps) {
  return (
    <>
      {rating.kind !== 'off' && (
        <RatingForm {...props} scale={rating.kind} asksComment={rating.asksComment} />
      )}
      {(transcript.canDownload || transcript.canEmail) && <KeepTranscript {...props} {...transcript} />}
    </>
  );
}
