import { RATINGS } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { useLoaded } from '../data/useLoaded';
import { Panel } from '../Panel';
import { Segments } from '../parts/Segments';
import { SwitchRow } from '../parts/SwitchRow';
import type { AppearancePanelProps } from './appearance-panel';

/** Settings of what the visitor is asked and offered at the end [W4]. */
export function EndPanel({ onChange, onShow, site: { rating, transcript } }: AppearancePanelProps) {
  const t = useTexts();
  return (
    <div onFocus={() => onShow(rating.kind === 'off' ? 'ended' : 'rating')}>
      <Panel title={t('settings.appearance.end')} hint={t('settings.appearance.end.hint')}>
        <Segments
          label={t('settings.appearance.rating')}
          options={RATINGS.map((value) => ({ value, label: t(`settings.appearance.rating.${value}`) }))}
          value={rating.kind}
          onChange={(kind) => {
            onChange({ rating: { ...rating, kind } });
            onShow(kind === 'off' ? 'ended' : 'rating');
          }}
        />
        <SwitchRow
          label={t('settings.appearance.rating.comment')}
          isOn={rating.asksComment && rating.kind !== 'off'}
          isDisabled={rating.kind === 'off'}
          onChange={(asksComment) => onChange({ rating: { ...rating, asksComment } })}
        />
        <SwitchRow
          label={t('settings.appearance.transcript.download')}
          isOn={transcript.canDownload}
          onChange={(canDownload) => onChange({ transcript: { ...transcript, canDownload } })}
        />
        <EmailRow
          isOn={transcript.canEmail}
          onChange={(canEmail) => onChange({ transcript: { ...transcript, canEmail } })}
        />
      </Panel>
    </div>
  );
}

interface EmailRowProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/**
 * Switch of transcripts by e-mail. Strapi alone knows whether there is a provider: without one, no visitor is offered
 * them [Z27].
 */
function EmailRow({ isOn, onChange }: EmailRowProps) {
  const t = useTexts();
  const [mail] = useLoaded('/attendance/mail');
  const hint =
    mail.state !== 'ready'
      ? t('settings.appearance.transcript.email.hint')
      : t(
          mail.data.canSend
            ? 'settings.appearance.transcript.email.canSend'
            : 'settings.appearance.transcript.email.cannotSend',
        );
  return (
    <SwitchRow
      label={t('settings.appearance.transcript.email')}
      hint={hint}
      isWarning={isOn && mail.state === 'ready' && !mail.data.canSend}
      isOn={isOn}
      onChange={onChange}
    />
  );
}
