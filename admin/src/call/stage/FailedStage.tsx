import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { CallProblem, OngoingCall } from '../../../../plugins/attendance/media/call/ongoing-call';
import { useTexts } from '../../i18n/useTexts';

const Stage = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 12px;
  flex: 1;
  min-height: 128px;
  padding: 12px 16px;
  text-align: center;
  p {
    max-width: 44ch;
    font-size: 1.4rem;
    line-height: 2rem;
  }
`;

interface FailedStageProps {
  readonly call: OngoingCall;
  readonly problem: CallProblem | null;
}

/** Replaces the pictures when there is no call: says why, and what can be done [M8]. The conversation goes on below. */
export function FailedStage({ call, problem }: FailedStageProps) {
  const t = useTexts();
  // Only a page loaded anew gets the policy that lets the deployment in.
  const isPageTooOld = problem === 'page-too-old';
  return (
    <Stage>
      <p role="alert">{t(problem === null ? 'call.phase.failed' : `call.problem.${problem}`)}</p>
      <Button variant="secondary" onClick={() => (isPageTooOld ? window.location.reload() : call.retry())}>
        {t(isPageTooOld ? 'call.reload' : 'call.retry')}
      </Button>
    </Stage>
  );
}
