import { useState } from 'react';
import { Alert, Badge, Button, Flex, Typography } from '@strapi/design-system';

import type { MediaCheck, MediaSelfTest } from '../../../../plugins/attendance/protocol/calls/media-settings';
import { useTexts } from '../../i18n/useTexts';
import type { Outcome } from '../../strapi/request';
import { send } from '../data/send';
import { Panel } from '../Panel';

const COLOURS = {
  ok: { backgroundColor: 'success100', textColor: 'success700' },
  failed: { backgroundColor: 'danger100', textColor: 'danger700' },
  'not-testable': { backgroundColor: 'neutral150', textColor: 'neutral700' },
} as const;

/** Runs the self-test of the stored settings, and shows its findings. */
export function MediaTestPanel({ isDirty }: { readonly isDirty: boolean }) {
  const t = useTexts();
  const [isRunning, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<MediaSelfTest> | null>(null);
  const test = async (): Promise<void> => {
    setRunning(true);
    setOutcome(await send<MediaSelfTest>('post', '/attendance/media/self-test'));
    setRunning(false);
  };
  // Findings on other settings are worth nothing for these.
  const checks = outcome?.ok === true && !isRunning && !isDirty ? outcome.data.checks : [];
  return (
    <Panel title={t('settings.media.test')}>
      <Typography textColor="neutral600">{t('settings.media.test.intro')}</Typography>
      <Flex gap={4} alignItems="center" wrap="wrap">
        <Button variant="secondary" disabled={isDirty} loading={isRunning} onClick={() => void test()}>
          {t('settings.media.test.run')}
        </Button>
        <Typography aria-live="polite" textColor="neutral600">
          {isDirty ? t('settings.media.test.unsaved') : isRunning ? t('settings.media.test.running') : ''}
        </Typography>
      </Flex>
      {outcome?.ok === false && !isRunning && (
        <Alert variant="danger" closeLabel={t('ui.dismiss')} onClose={() => setOutcome(null)}>
          {t('settings.media.test.failed')}
        </Alert>
      )}
      {checks.some(({ finding }) => finding === 'lets-in') && (
        <Alert variant="danger" closeLabel={t('ui.dismiss')} onClose={() => setOutcome(null)}>
          {t('settings.media.test.danger')}
        </Alert>
      )}
      {checks.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={t('settings.media.test')}>
          {checks.map((check) => (
            <CheckRow key={check.check} {...check} />
          ))}
        </Flex>
      )}
    </Panel>
  );
}

function CheckRow({ check, finding, result }: MediaCheck) {
  const t = useTexts();
  return (
    <Flex tag="li" gap={3} alignItems="baseline" wrap="wrap">
      <Badge {...COLOURS[result]}>{t(`settings.media.result.${result}`)}</Badge>
      <Typography fontWeight="bold">{t(`settings.media.check.${check}`)}</Typography>
      {finding !== null && (
        <Typography textColor="neutral600">{t(`settings.media.finding.${finding}`)}</Typography>
      )}
    </Flex>
  );
}
