import { contrast, readableOn } from '../../../../widget/colour/accent';
import { inkOn, type Hex } from '../../../../widget/colour/contrast';
import { SURFACE } from '../../../../widget/colour/surface';

/** Contrast ratio that WCAG 2.2 AA asks for text. */
const ENOUGH = 4.5;

export interface ContrastNote {
  /** Surface that is measured: ink on the colour itself (`brand`), or the colour as text on the panel's surface. */
  readonly surface: 'brand' | 'light' | 'dark';
  readonly back: Hex;
  readonly fore: Hex;
  /** Contrast ratio of the shade shown; of the colour as chosen, where another shade is shown instead. */
  readonly ratio: number;
  readonly isEnough: boolean;
  /** Whether the widget takes another shade of the colour here. */
  readonly isAdjusted: boolean;
}

/**
 * Returns the contrast of a colour wherever the widget uses it, by the widget's own rules; null where it is no colour.
 */
export function contrastNotes(colour: string): readonly ContrastNote[] | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const ink = inkOn(colour) === '#fff' ? '#ffffff' : '#000000';
  const onBrand = contrast(colour, ink);
  return [
    {
      surface: 'brand',
      back: colour,
      fore: ink,
      ratio: onBrand,
      isEnough: onBrand >= ENOUGH,
      isAdjusted: false,
    },
    ...(['light', 'dark'] as const).map((surface) => noteOnSurface(surface, colour)),
  ];
}

function noteOnSurface(surface: 'light' | 'dark', colour: Hex): ContrastNote {
  const back = SURFACE[surface];
  const fore = readableOn(back, colour);
  return {
    surface,
    back,
    fore,
    ratio: contrast(back, colour),
    isEnough: contrast(back, fore) >= ENOUGH,
    isAdjusted: fore !== colour,
  };
}
