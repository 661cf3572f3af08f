import { toPlainSigns } from '../../../plugins/attendance/protocol/shared/text/plain-signs';

/** Formats the digits typed so far as a CPF with its dots and hyphen: `1234567` becomes `123.456.7`. */
export function maskCpf(text: string): string {
  const digits = toPlainSigns(text).replace(/\D/g, '').slice(0, 11);
  const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9)].filter((part) => part !== '');
  const check = digits.slice(9);
  return parts.join('.') + (check && `-${check}`);
}

/** Returns the caret's position in the masked text after the given number of digits. */
export function caretAfter(masked: string, digits: number): number {
  let place = 0;
  for (let seen = 0; place < masked.length && seen < digits; place += 1)
    if (/\d/.test(masked[place] as string)) seen += 1;
  return place;
}

/** Masks an input's text as it is typed, and leaves the caret after the same digit. Returns the masked text. */
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
