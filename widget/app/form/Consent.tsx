import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import { LinkedText } from '../ui/LinkedText';
import type { FormTexts } from '../i18n/shapes/form-texts';

export const CONSENT_ID = 'consent';

interface ConsentProps {
  readonly texts: FormTexts;
  readonly consent: PanelConfig['form']['consent'];
  readonly isTicked: boolean;
  readonly hasFault: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** The consent notice about the visitor's data, with a checkbox where the site requires one [W5]. */
export function Consent({ consent, hasFault, isTicked, onTick, texts }: ConsentProps) {
  const words = <LinkedText text={consent.text} />;
  if (!consent.needsCheck) return <p className="consent">{words}</p>;
  return (
    <div className="field consent">
      <label className="tick">
        <input
          type="checkbox"
          id={CONSENT_ID}
          required
          checked={isTicked}
          aria-invalid={hasFault ? true : undefined}
          aria-describedby={hasFault ? `${CONSENT_ID}-fault` : undefined}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        <span>{words}</span>
      </label>
      {hasFault && (
        <p className="fault" id={`${CONSENT_ID}-fault`}>
          {texts.agree}
        </p>
      )}
    </div>
  );
}
