import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/entities';
import type { Tag } from '../../../plugins/attendance/protocol/tools';
import { currentSession, useAttendance } from '../attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../look/surfaces';
import { RemovableTags } from './RemovableTags';
import { TagChip } from './TagChip';
import { useTags } from './useTags';

const Place = styled.div`
  position: relative;
  display: flex;
  flex-direction: column;
  gap: 8px;
`;

const Input = styled.input`
  width: 100%;
  height: 36px;
  padding: 0 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;
  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
  &:focus {
    outline: 0;
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

const Popup = styled.ul`
  list-style: none;
  position: absolute;
  z-index: 2;
  top: calc(100% + 4px);
  left: 0;
  right: 0;
  max-height: 220px;
  margin: 0;
  padding: 6px;
  overflow-y: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  font-size: 1.3rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Option = styled.li`
  display: flex;
  min-height: 28px;
  align-items: center;
  padding: 2px 6px;
  border-radius: 6px;
  cursor: pointer;
  &[aria-selected='true'] {
    background: ${shade('selected')};
  }
`;

const Empty = styled.li`
  padding: 6px;
`;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Tags of the interaction as chips, and a list to add from, all by keyboard [C9, A7]. */
export function TagsField({ interaction }: { readonly interaction: AgentInteraction }) {
  const { id, tagIds } = interaction;
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const tags = useTags(tagIds);
  const add = (tag: Tag): void => void currentSession()?.addTag(id, tag.id);
  const remove = (tag: Tag): void => {
    void currentSession()?.removeTag(id, tag.id);
    // The button is gone with its chip.
    input.current?.focus();
  };
  return (
    <Place>
      <RemovableTags
        tags={tags}
        label={t('tags.title')}
        removeLabel={({ name }) => t('tags.remove', { name })}
        onRemove={remove}
      />
      <TagCombobox input={input} tags={tags} onAdd={add} onRemoveLast={remove} />
    </Place>
  );
}

interface TagComboboxProps {
  readonly input: React.RefObject<HTMLInputElement>;
  /** Those that are there already. */
  readonly tags: readonly Tag[];
  readonly onAdd: (tag: Tag) => void;
  readonly onRemoveLast: (tag: Tag) => void;
}

function TagCombobox({ input, onAdd, onRemoveLast, tags }: TagComboboxProps) {
  const t = useTexts();
  const listId = useId();
  const all = useAttendance(({ tools }) => tools.tags);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [activeIndex, setActive] = useState(0);
  const free = all.filter(({ id, isArchived }) => !isArchived && !tags.some((tag) => tag.id === id));
  const found = free.filter(({ name }) => plain(name).includes(plain(query.trim())));
  const active = found[Math.min(activeIndex, found.length - 1)];
  const choose = (tag: Tag): void => {
    onAdd(tag);
    setQuery('');
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = tags.at(-1);
    if (event.key === 'Backspace' && query === '' && last !== undefined) return onRemoveLast(last);
    if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen && found.length > 0) setActive((activeIndex + step + found.length) % found.length);
      setOpen(true);
    } else if (event.key === 'Enter' && isOpen && active !== undefined) choose(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <Input
        ref={input}
        role="combobox"
        aria-label={t('tags.add')}
        placeholder={t('tags.add')}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active !== undefined ? `${listId}-${active.id}` : undefined}
        autoComplete="off"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <Popup id={listId} role="listbox" aria-label={t('tags.title')}>
          {found.length === 0 && (
            <Empty role="presentation">
              {t(all.length === 0 ? 'tags.none' : free.length === 0 ? 'tags.all' : 'tags.noMatch')}
            </Empty>
          )}
          {found.map((tag) => (
            <Option
              key={tag.id}
              id={`${listId}-${tag.id}`}
              role="option"
              aria-selected={tag === active}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(found.indexOf(tag))}
              onClick={() => choose(tag)}
            >
              <TagChip tag={tag} />
            </Option>
          ))}
        </Popup>
      )}
    </>
  );
}
