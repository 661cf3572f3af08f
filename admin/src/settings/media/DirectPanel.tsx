import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { useTexts } from '../../i18n/useTexts';
import { LinesField, NumberField } from '../fields';
import type { MediaForm } from './media-form';
import { FieldGrid, Panel } from '../Panel';
import { isWrongWithin, type Problems } from '../parts/problems';
import { SecretField } from './SecretField';

const MINUTE_MS = 60_000;

interface DirectPanelProps {
  readonly direct: MediaForm['direct'];
  readonly problems: Problems;
  readonly onChange: (part: Partial<MediaForm['direct']>) => void;
}

/** Settings of servers that help two browsers to connect [M3]. */
export function DirectPanel({ direct, onChange, problems }: DirectPanelProps) {
  const t = useTexts();
  const { default: usual, max, min } = LIMITS.turnLifetimeMs;
  return (
    <Panel title={t('settings.media.direct')}>
      <LinesField
        label={t('settings.media.direct.iceUrls')}
        hint={t('settings.media.direct.iceUrls.hint')}
        error={isWrongWithin(problems, 'direct.iceUrls') ? t('settings.media.problem.iceUrls') : undefined}
        value={direct.iceUrls}
        onChange={(iceUrls) => onChange({ iceUrls: [...iceUrls] })}
      />
      <FieldGrid>
        <SecretField
          label={t('settings.media.direct.turnSecret')}
          error={
            problems.has('direct.turnSecret') ? t('settings.media.problem.secret', { min: 8 }) : undefined
          }
          isStored={direct.hasTurnSecret}
          value={direct.turnSecret}
          onChange={(turnSecret) => onChange({ turnSecret })}
        />
        <NumberField
          label={t('settings.media.direct.turnMinutes')}
          min={min / MINUTE_MS}
          max={max / MINUTE_MS}
          value={Math.round(direct.turnLifetimeMs / MINUTE_MS)}
          onChange={(minutes) => onChange({ turnLifetimeMs: minutes === null ? usual : minutes * MINUTE_MS })}
        />
      </FieldGrid>
    </Panel>
  );
}
