import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Tag } from '../../../plugins/attendance/protocol/tools/tools';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { RemovableTags } from './RemovableTags';
import { TagChip } from './TagChip';
import { useTags } from './useTags';

/**
 * Place of the tags, of fixed height: more than one line of them shows only while the field has the focus, over what is
 * below.
 */
const Place = styled.div`
  position: relative;
  height: 32px;
  margin-top: 6px;
  @media (pointer: coarse) {
    height: 44px;
  }
`;

const Box = styled.div`
  position: absolute;
  z-index: 2;
  inset: 0 0 auto;
  display: flex;
  align-items: center;
  gap: 4px 6px;
  min-height: 100%;
  padding: 4px 9px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.8rem;
  cursor: text;
  &:focus-within {
    flex-wrap: wrap;
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

const Chips = styled.div`
  flex: 0 1 auto;
  min-width: 0;
  max-height: 22px;
  overflow: hidden;
  ${Box}:focus-within & {
    max-height: none;
    overflow: visible;
  }
`;

const Rest = styled.span`
  flex: none;
  font-weight: 500;
  color: ${({ theme }) => theme.colors.neutral600};
  ${Box}:focus-within & {
    display: none;
  }
`;

const Input = styled.input`
  flex: 1 1 32px;
  min-width: 20px;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  line-height: 2.2rem;
  text-overflow: ellipsis;
  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
  &:focus {
    outline: 0;
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
  const chips = useRef<HTMLDivElement>(null);
  const hidden = useHiddenCount(chips, tags.length);
  return (
    <Place>
      {/* The keyboard reaches the field itself; a click beside it means the field too. */}
      <Box onClick={({ currentTarget, target }) => target === currentTarget && input.current?.focus()}>
        <Chips ref={chips}>
          <RemovableTags
            tags={tags}
            label={t('tags.title')}
            removeLabel={({ name }) => t('tags.remove', { name })}
            onRemove={remove}
          />
        </Chips>
        {hidden > 0 && (
          <Rest aria-hidden title={tags.map(({ name }) => name).join(', ')}>
            +{hidden}
          </Rest>
        )}
        <TagCombobox input={input} tags={tags} onAdd={add} onRemoveLast={remove} />
      </Box>
    </Place>
  );
}

/** Returns the number of chips that do not fit into the first line. */
function useHiddenCount(place: RefObject<HTMLDivElement>, count: number): number {
  const [hidden, setHidden] = useState(0);
  useLayoutEffect(() => {
    const list = place.current;
    if (list === null) return;
    const measure = (): void => {
      const chips = [...list.querySelectorAll<HTMLElement>('[role=listitem]')];
      const top = chips[0]?.offsetTop ?? 0;
      setHidden(chips.filter((chip) => chip.offsetTop > top + chip.offsetHeight / 2).length);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(list);
    return () => watch.disconnect();
  }, [place, count]);
  return hidden;
}

interface TagComboboxProps {
  readonly input: RefObject<HTMLInputElement>;
  /** Existing tags. */
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
        // Beside chips there is room for an icon alone; its name is read out all the same.
        placeholder={tags.length === 0 ? t('tags.add') : '+'}
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
