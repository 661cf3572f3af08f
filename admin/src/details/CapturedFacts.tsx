import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { useLocale, useTexts } from '../i18n/useTexts';
import { pathOf, safeHref, shortAddress } from '../ui/format/address';
import { Stopwatch } from '../ui/Clock';
import { languageName } from '../ui/format/language-name';
import { cutText, focusRing } from '../ui/styles/surfaces';
import { formatDuration } from '../../../plugins/attendance/protocol/shared/text/format-duration';
import { formatExact, formatStart } from '../ui/format/time';

const List = styled.dl`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 4px 12px;
  margin: 0;
  font-size: 1.3rem;
  line-height: 1.8rem;
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    ${cutText}
    margin: 0;
    color: ${({ theme }) => theme.colors.neutral800};
    font-variant-numeric: tabular-nums;
  }
  a {
    ${focusRing}
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
`;

/**
 * What the platform captured by itself [A5]; the facts that agents look at most come first, to be in sight on a small
 * screen.
 */
export function CapturedFacts({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const locale = useLocale();
  const { assignedAt, captured, department, protocolNumber, siteName, visitorEndedAt, waitingSince } =
    interaction;
  const unknown = t('details.captured.unknown');
  const facts: readonly (readonly [label: string, value: ReactNode, title?: string])[] = [
    [t('details.captured.start'), formatStart(waitingSince, locale), formatExact(waitingSince, locale)],
    [
      t('details.captured.duration'),
      <Stopwatch key="duration" since={waitingSince} until={visitorEndedAt} />,
    ],
    [t('details.captured.origin'), <Address key="origin" address={captured.originUrl} />, captured.originUrl],
    [
      t('details.captured.page'),
      <Address key="page" address={captured.currentUrl} isPath />,
      [captured.currentTitle, captured.currentUrl].filter(Boolean).join('\n'),
    ],
    [t('details.captured.browser'), captured.browser || unknown, captured.browser],
    [t('details.captured.operatingSystem'), captured.operatingSystem || unknown, captured.operatingSystem],
    [t('details.captured.ip'), captured.ip || t('details.captured.hidden'), captured.ip],
    [
      t('details.captured.referrer'),
      <Address key="referrer" address={captured.referrer} />,
      captured.referrer,
    ],
    [t('details.captured.language'), languageName(captured.language, locale) || unknown, captured.language],
    [t('details.captured.wait'), formatDuration(assignedAt - waitingSince)],
    ...(department === null ? [] : [[t('details.captured.department'), department.name] as const]),
    [t('details.captured.site'), siteName],
    [t('details.captured.protocol'), protocolNumber],
  ];
  return (
    <List>
      {facts.map(([label, value, title]) => (
        <Fact key={label} label={label} title={title}>
          {value}
        </Fact>
      ))}
    </List>
  );
}

interface FactProps {
  readonly label: string;
  readonly title: string | undefined;
  readonly children: ReactNode;
}

function Fact({ children, label, title }: FactProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto" title={title || (typeof children === 'string' ? children : undefined)}>
        {children}
      </dd>
    </>
  );
}

function Address({ address, isPath = false }: { readonly address: string; readonly isPath?: boolean }) {
  const t = useTexts();
  if (address === '') return <>{t('details.captured.unknown')}</>;
  const href = safeHref(address);
  const text = isPath ? pathOf(address) : shortAddress(address);
  if (href === undefined) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}
