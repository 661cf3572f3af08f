import type { ReactNode } from 'react';
import { MultiSelect, MultiSelectOption, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import type { SearchedAgent } from '../realtime/search-commands';
import { OwnPeriod } from './OwnPeriod';
import { hasPeriod, PERIODS, type SearchFilter } from '../desks/search-filter';
import { TagsChosen } from './TagsChosen';

const ALL = 'all';
/** Channels to filter by; a record, so that a new channel does not compile until it is here. */
const CHANNELS = Object.keys({ chat: true, voice: true, video: true } satisfies Record<
  Channel,
  true
>) as Channel[];

const Row = styled.div<{ $count: number }>`
  display: grid;
  grid-template-columns: repeat(${({ $count }) => $count}, minmax(0, 1fr));
  gap: 8px;
  @media (max-width: 479px) {
    grid-template-columns: repeat(${({ $count }) => ($count === 4 ? 2 : $count)}, minmax(0, 1fr));
  }
`;

/** Place of a filter; one in force is seen at a glance. */
const Place = styled.div<{ $isActive: boolean }>`
  min-width: 0;
  [role='combobox'] {
    gap: 4px;
    padding-inline: 10px;
    ${({ $isActive, theme }) =>
      $isActive && `border-color: ${theme.colors.primary600}; background: ${theme.colors.primary100};`}
  }
  [role='combobox'] span {
    font-size: 1.3rem;
    line-height: 2.2rem;
    color: ${({ $isActive, theme }) => ($isActive ? theme.colors.primary700 : theme.colors.neutral700)};
  }
`;

/** An option so low that the list's 150 px show five, or clearly not all of them. */
const Option = styled(SingleSelectOption)`
  @media (pointer: fine) {
    padding-block: 4px;
  }
  @media (pointer: coarse) {
    padding-block: 12px;
  }
`;

const Dot = styled.span<{ $colour: string }>`
  display: inline-block;
  flex: none;
  width: 10px;
  height: 10px;
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
`;

interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly agents: readonly SearchedAgent[];
  readonly onChange: (part: Partial<SearchFilter>) => void;
}

/** Filters of the search: period, channel, tags, agent. */
export function SearchFilters({ agents, filter, onChange }: SearchFiltersProps) {
  const t = useTexts();
  const { agentId, channel, period, tagIds } = filter;
  const hasTags = useAttendance(({ tools }) => tools.tags.length > 0);
  const hasAgents = agents.length > 1 || agentId !== null;
  return (
    <>
      <Row
        role="group"
        aria-label={t('search.filters')}
        $count={[true, true, hasTags, hasAgents].filter(Boolean).length}
      >
        <Choice
          label={t('search.period')}
          value={period}
          shown={t(`search.period.short.${period}`)}
          isActive={hasPeriod(filter)}
          onChange={(value) => onChange({ period: PERIODS.find((each) => each === value) ?? 'any' })}
        >
          {PERIODS.map((each) => (
            <Option key={each} value={each}>
              {t(`search.period.${each}`)}
            </Option>
          ))}
        </Choice>
        <Choice
          label={t('search.channel')}
          value={channel ?? ALL}
          shown={t(channel === null ? 'search.channel' : `ui.channel.${channel}`)}
          isActive={channel !== null}
          onChange={(value) => onChange({ channel: CHANNELS.find((each) => each === value) ?? null })}
        >
          <Option value={ALL}>{t('search.channel.any')}</Option>
          {CHANNELS.map((each) => (
            <Option key={each} value={each}>
              {t(`ui.channel.${each}`)}
            </Option>
          ))}
        </Choice>
        {hasTags && <TagChoice tagIds={tagIds} onChange={onChange} />}
        {hasAgents && (
          <Choice
            label={t('search.agent')}
            value={agentId === null ? ALL : String(agentId)}
            shown={agents.find(({ id }) => id === agentId)?.name ?? t('search.agent')}
            isActive={agentId !== null}
            onChange={(value) =>
              onChange({ agentId: agents.find(({ id }) => String(id) === value)?.id ?? null })
            }
          >
            <Option value={ALL}>{t('search.agent.any')}</Option>
            {agents.map(({ id, name }) => (
              <Option key={id} value={String(id)}>
                {name}
              </Option>
            ))}
          </Choice>
        )}
      </Row>
      {period === 'own' && <OwnPeriod filter={filter} onChange={onChange} />}
      <TagsChosen tagIds={tagIds} onChange={onChange} />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Text in the closed field: its subject, or what was chosen. */
  readonly shown: string;
  readonly isActive: boolean;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ children, isActive, label, onChange, shown, value }: ChoiceProps) {
  return (
    <Place $isActive={isActive}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={value}
        customizeContent={() => shown}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {children}
      </SingleSelect>
    </Place>
  );
}

/** Choice of all tags, archived ones too: interactions that bear them are found by them. */
function TagChoice({
  onChange,
  tagIds,
}: Pick<SearchFilter, 'tagIds'> & Pick<SearchFiltersProps, 'onChange'>) {
  const t = useTexts();
  const tags = useAttendance(({ tools }) => tools.tags);
  const isFull = tagIds.length >= LIMITS.searchTagsMax;
  return (
    <Place $isActive={tagIds.length > 0}>
      <MultiSelect
        size="S"
        aria-label={t('search.tags')}
        placeholder={t('search.tags')}
        value={tagIds.map(String)}
        customizeContent={(values = []) => t('search.tags.count', { count: values.length })}
        onChange={(values: string[]) =>
          onChange({ tagIds: tags.filter(({ id }) => values.includes(String(id))).map(({ id }) => id) })
        }
      >
        {tags.map(({ colour, id, isArchived, name }) => (
          <MultiSelectOption
            key={id}
            value={String(id)}
            disabled={isFull && !tagIds.includes(id)}
            startIcon={<Dot $colour={colour} aria-hidden />}
          >
            {isArchived ? t('search.tags.archived', { name }) : name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Place>
  );
}
