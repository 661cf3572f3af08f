import { toPlainSigns } from '../../../plugins/attendance/protocol/shared/text/plain-signs';

/** Puts dots and hyphen where they belong in as many digits as there are so far: 123.456.7. */
export function maskCpf(text: string): string {
  const digits = toPlainSigns(text).replace(/\D/g, '').slice(0, 11);
  const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9)].filter((part) => part !== '');
  const check = digits.slice(9);
  return parts.join('.') + (check && `-${check}`);
}

/** Where the caret goes that stood after so many digits. */
export function caretAfter(masked: string, digits: number): number {
  let place = 0;
  for (let seen = 0; place < masked.length && seen < digits; place += 1)
    if (/\d/.test(masked[place] as string)) seen += 1;
  return place;
}

/** Masks what stands in the field as it is typed, and leaves the caret after the digit it stood after. */
export function maskInput(input: HTMLInputElement): string {
  const caret = input.selectionStart ?? input.value.length;
  const before = toPlainSigns(input.value.slice(0, caret)).replace(/\D/g, '').length;
  const masked = maskCpf(input.value);
  if (masked !== input.value) {
    input.value = masked;
    const place = caretAfter(masked, before);
    input.setSelectionRange(place, place);
  }
  return masked;
}
