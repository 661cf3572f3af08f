import { EMOJI } from '../../../plugins/attendance/chat/emoji';
import { adoptStyles } from '../parts/adopt-styles';
import type { Texts } from '../i18n/shapes/texts';
import sheet from './emoji.sheet.css';

adoptStyles(sheet);

interface EmojiPickerProps {
  readonly texts: Texts;
  readonly onPick: (emoji: string) => void;
}

/** A small choice of emoji [C7]; phones have a larger one in their keyboards. */
export function EmojiPicker({ texts, onPick }: EmojiPickerProps) {
  return (
    <div className="emoji" role="group" aria-label={texts.emoji}>
      {EMOJI.map((emoji) => (
        <button key={emoji} type="button" onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}
