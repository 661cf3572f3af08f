import { Alert } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { PUBLIC_HTTP_PREFIX } from '../../../../plugins/attendance/protocol/shared/version';
import { useTexts } from '../../i18n/useTexts';
import { formatExact } from '../../ui/format/time';
import { SelectField, TextField } from '../fields';
import { algorithmOf, type MediaForm } from './media-form';
import { FieldGrid, Panel } from '../Panel';
import type { Problems } from '../parts/problems';
import { SecretField } from './SecretField';

const KINDS = ['self-hosted', 'jaas', 'open'] as const;
const ALGORITHMS = ['HS256', 'RS256'] as const;

/** Bounds of the secret's length. Visitors hold tokens: a short secret is guessed from them. */
const SECRET = { min: 16 };

interface JitsiPanelProps {
  readonly jitsi: MediaForm['jitsi'];
  /**
   * Time when a call was ended because the visitor had become moderator, in ms; null where none was since the last
   * saving.
   */
  readonly unsafeRoomAt: number | null;
  readonly problems: Problems;
  readonly onChange: (part: Partial<MediaForm['jitsi']>) => void;
}

/** Settings of the Jitsi deployment, and of how its tokens are signed [M3]. */
export function JitsiPanel({ jitsi, onChange, problems, unsafeRoomAt }: JitsiPanelProps) {
  const t = useTexts();
  return (
    <Panel title={t('settings.media.jitsi')}>
      <JitsiWarnings jitsi={jitsi} unsafeRoomAt={unsafeRoomAt} />
      <FieldGrid>
        <TextField
          label={t('settings.media.jitsi.domain')}
          hint={t('settings.media.jitsi.domain.hint')}
          error={problems.has('jitsi.domain') ? t('settings.media.problem.domain') : undefined}
          value={jitsi.domain ?? ''}
          maxLength={255}
          onChange={(domain) => onChange({ domain: domain.trim() === '' ? null : domain })}
        />
        <SelectField
          label={t('settings.media.jitsi.kind')}
          value={jitsi.kind}
          options={KINDS.map((each) => ({ value: each, label: t(`settings.media.jitsi.kind.${each}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </FieldGrid>
      {jitsi.kind !== 'open' && <TokenFields {...{ jitsi, onChange, problems }} />}
      {jitsi.kind === 'self-hosted' && (
        <SecretField
          label={t('settings.media.jitsi.reservation')}
          error={
            problems.has('jitsi.reservationSecret') ? t('settings.media.problem.secret', SECRET) : undefined
          }
          hint={t('settings.media.jitsi.reservation.hint', { url: reservationUrl() })}
          isStored={jitsi.hasReservationSecret}
          value={jitsi.reservationSecret}
          onChange={(reservationSecret) => onChange({ reservationSecret })}
        />
      )}
    </Panel>
  );
}

function reservationUrl(): string {
  return new URL(
    `${PUBLIC_HTTP_PREFIX}/jitsi`,
    new URL(window.strapi.backendURL || '/', window.location.origin),
  ).href;
}

function JitsiWarnings({
  jitsi: { domain, kind },
  unsafeRoomAt,
}: Pick<JitsiPanelProps, 'jitsi' | 'unsafeRoomAt'>) {
  const t = useTexts();
  const { locale } = useIntl();
  return (
    <>
      {unsafeRoomAt !== null && (
        <Alert variant="danger" closeLabel={t('ui.dismiss')}>
          {t('settings.media.jitsi.unsafe.warning', { time: formatExact(unsafeRoomAt, locale) })}
        </Alert>
      )}
      {domain !== null && kind === 'open' && (
        <Alert variant="warning" closeLabel={t('ui.dismiss')}>
          {t('settings.media.jitsi.open.warning')}
        </Alert>
      )}
      {domain?.trim().toLowerCase() === 'meet.jit.si' && (
        <Alert variant="warning" closeLabel={t('ui.dismiss')}>
          {t('settings.media.jitsi.meetJitSi.warning')}
        </Alert>
      )}
    </>
  );
}

function TokenFields({ jitsi, onChange, problems }: Omit<JitsiPanelProps, 'unsafeRoomAt'>) {
  const t = useTexts();
  const isJaas = jitsi.kind === 'jaas';
  const isKeyPair = algorithmOf(jitsi) === 'RS256';
  const wordsFor = (name: string): string => {
    if (name === 'keyId') return t('settings.media.problem.keyId');
    return t(isJaas && name === 'appId' ? 'settings.media.problem.appId.jaas' : 'settings.required');
  };
  const text = (name: 'appId' | 'audience' | 'keyId' | 'subject', label: string, hint?: string) => (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      error={problems.has(`jitsi.${name}`) ? wordsFor(name) : undefined}
      value={jitsi[name]}
      maxLength={200}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <FieldGrid>
        {text('appId', t(isJaas ? 'settings.media.jitsi.appId.jaas' : 'settings.media.jitsi.appId'))}
        {!isJaas && (
          <SelectField
            label={t('settings.media.jitsi.algorithm')}
            value={jitsi.algorithm}
            options={ALGORITHMS.map((each) => ({
              value: each,
              label: t(`settings.media.jitsi.algorithm.${each}`),
            }))}
            onChange={(algorithm) => onChange({ algorithm })}
          />
        )}
        {!isJaas &&
          text('audience', t('settings.media.jitsi.audience'), t('settings.media.jitsi.audience.hint'))}
        {!isJaas &&
          text('subject', t('settings.media.jitsi.subject'), t('settings.media.jitsi.subject.hint'))}
        {isKeyPair &&
          text(
            'keyId',
            t('settings.media.jitsi.keyId'),
            isJaas ? t('settings.media.jitsi.keyId.jaas') : undefined,
          )}
      </FieldGrid>
      <SecretField
        label={t(isKeyPair ? 'settings.media.jitsi.privateKey' : 'settings.media.jitsi.secret')}
        error={problems.has('jitsi.signingKey') ? t('settings.media.problem.secret', SECRET) : undefined}
        isStored={jitsi.hasSigningKey}
        value={jitsi.signingKey}
        hasLines={isKeyPair}
        onChange={(signingKey) => onChange({ signingKey })}
      />
    </>
  );
}
