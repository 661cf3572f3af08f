import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { ChoiceRow } from './ChoiceRow';
import type { Choice } from './choices';

const Frame = styled.div`
  height: min(300px, 36vh);
  overflow-y: auto;
`;

const Group = styled.fieldset`
  margin: 0 0 8px;
  padding: 0;
  border: 0;
  legend {
    padding: 4px 12px;
    font-size: 1.1rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Sentence = styled.p`
  padding: 24px 12px;
  text-align: center;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly empty: string;
  readonly chosenKey: string | null;
  readonly onChoose: (choice: Choice) => void;
}

/** List of people, then departments: one choice among all, by arrow keys too. */
export function ChoiceList({ choices, chosenKey, empty, onChoose }: ChoiceListProps) {
  const t = useTexts();
  const groups = [
    { label: t('transfer.people'), members: choices.filter(({ kind }) => kind === 'agent') },
    { label: t('transfer.departments'), members: choices.filter(({ kind }) => kind === 'department') },
  ];
  return (
    <Frame>
      {choices.length === 0 && <Sentence>{empty}</Sentence>}
      {groups.map(
        ({ label, members }) =>
          members.length > 0 && (
            <Group key={label}>
              <legend>{label}</legend>
              {members.map((choice) => (
                <ChoiceRow
                  key={choice.key}
                  choice={choice}
                  isChosen={choice.key === chosenKey}
                  onChoose={() => onChoose(choice)}
                />
              ))}
            </Group>
          ),
      )}
    </Frame>
  );
}
