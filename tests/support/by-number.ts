/** Compares numbers by value: a sort without it goes by their digits. */
export const byNumber = (a: number, b: number): number => a - b;
