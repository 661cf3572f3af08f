import { IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';

import { useTexts } from '../../i18n/useTexts';

interface OrderButtonsProps {
  /** Name of the entry that the buttons move. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove?: () => void;
}

/** Buttons that move an entry of a list up or down, or remove it; each label names the entry. */
export function OrderButtons({ count, index, name, onMove, onRemove }: OrderButtonsProps) {
  const t = useTexts();
  return (
    <>
      {count > 1 && (
        <>
          <IconButton
            label={t('settings.moveUp', { name })}
            variant="ghost"
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={t('settings.moveDown', { name })}
            variant="ghost"
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            <ArrowDown />
          </IconButton>
        </>
      )}
      {onRemove !== undefined && (
        <IconButton label={t('settings.remove', { name })} variant="ghost" onClick={onRemove}>
          <Trash />
        </IconButton>
      )}
    </>
  );
}
