import { styled } from 'styled-components';

import { useTexts, type Translate } from '../i18n/useTexts';
import { AgentPhoto } from '../ui/AgentPhoto';
import { avatarColour } from '../ui/styles/avatar-colour';
import { cutText, shade } from '../ui/styles/surfaces';
import { initialsOf } from '../../../plugins/attendance/chat/initials';
import type { Choice } from './choices';

const Row = styled.label`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 52px;
  padding: 6px 12px;
  border-radius: 8px;
  cursor: pointer;
  input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  &:hover {
    background: ${shade('hovered')};
  }
  &:has(input:checked) {
    background: ${shade('selected')};
  }
  &:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  &:has(input:disabled) {
    cursor: default;
    background: none;
  }
  &:has(input:disabled) > span:first-of-type {
    opacity: 0.55;
  }
`;

const Face = styled.span<{ $colour: string }>`
  position: relative;
  display: grid;
  place-items: center;
  flex: none;
  width: 32px;
  height: 32px;
  border-radius: ${({ $colour }) => ($colour === '' ? '8px' : '50%')};
  background: ${({ $colour, theme }) => ($colour === '' ? theme.colors.neutral200 : $colour)};
  color: ${({ $colour, theme }) => ($colour === '' ? theme.colors.neutral700 : '#ffffff')};
  font-size: 1.1rem;
  font-weight: 700;
`;

const Dot = styled.i<{ $isOn: boolean }>`
  position: absolute;
  right: -2px;
  bottom: -2px;
  width: 11px;
  height: 11px;
  border: 2px solid ${({ theme }) => theme.colors.neutral0};
  border-radius: 50%;
  background: ${({ $isOn, theme }) => ($isOn ? '#16A34A' : theme.colors.neutral400)};
`;

const Words = styled.span`
  flex: 1;
  min-width: 0;
  line-height: 1.8rem;
  b {
    ${cutText}
    display: block;
    font-size: 1.4rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    ${cutText}
    display: block;
    font-size: 1.2rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Mark = styled.span`
  flex: none;
  width: 16px;
  height: 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 50%;
  input:checked ~ & {
    border: 5px solid ${({ theme }) => theme.colors.primary600};
  }
  input:disabled ~ & {
    visibility: hidden;
  }
`;

interface ChoiceRowProps {
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A target of the transfer, or one that is not available, and why. */
export function ChoiceRow({ choice, isChosen, onChoose }: ChoiceRowProps) {
  const t = useTexts();
  const isAgent = choice.kind === 'agent';
  return (
    <Row>
      <input
        type="radio"
        name="transfer-to"
        checked={isChosen}
        disabled={choice.obstacle !== null}
        onChange={onChoose}
      />
      <Face $colour={isAgent ? avatarColour(choice.id) : ''} aria-hidden>
        <AgentPhoto address={isAgent ? choice.photo : ''} initials={initialsOf(choice.name)} />
        {isAgent && <Dot $isOn={choice.isAttending} />}
      </Face>
      <Words>
        <b dir="auto" title={choice.name}>
          {choice.name}
        </b>
        <small>{factsOf(choice, t)}</small>
      </Words>
      <Mark aria-hidden />
    </Row>
  );
}

function factsOf(choice: Choice, t: Translate): string {
  const why = choice.obstacle === null ? '' : t(`transfer.obstacle.${choice.obstacle}`);
  if (choice.kind === 'department')
    return choice.obstacle === 'channel' ? why : t('transfer.attending', { count: choice.attending });
  if (choice.obstacle === 'offline') return why;
  const load = choice.isInCall
    ? t('transfer.inCall')
    : t('transfer.load', { load: choice.load, capacity: choice.capacity });
  const channels = choice.channels.map((channel) => t(`ui.channel.${channel}`)).join(', ');
  return [load, why || channels].filter(Boolean).join(' · ');
}
