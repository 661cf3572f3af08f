import { describe, expect, it } from 'vitest';

import { isComposing, keepComposing } from '../../../plugins/attendance/chat/keys';

class Pressed extends Event {
  readonly isComposing: boolean;
  readonly keyCode: number;
  constructor(
    readonly key: string,
    { isComposing: isOpen = false, keyCode = 13 } = {},
  ) {
    super('keydown', { cancelable: true });
    this.isComposing = isOpen;
    this.keyCode = keyCode;
  }
}

describe('keys of an input method', () => {
  it.each([
    ['Enter', {}, false],
    ['Enter in a composition', { isComposing: true }, true],
    ['Enter as Safari ends a composition', { keyCode: 229 }, true],
  ])('[A7] [Z130] finding C1: %s', (_, pressed, expected) => {
    expect(isComposing(new Pressed('Enter', pressed))).toBe(expected);
  });

  it('[A7] [Z130] finding C1: reach nothing that listens below, and are left to the browser', () => {
    const root = new EventTarget();
    const heard: string[] = [];
    const stop = keepComposing(root);
    root.addEventListener('keydown', (event) => heard.push((event as Pressed).key));
    const escape = new Pressed('Escape', { isComposing: true });
    root.dispatchEvent(escape);
    root.dispatchEvent(new Pressed('Enter', { keyCode: 229 }));
    expect(escape.defaultPrevented).toBe(false);
    expect(heard).toEqual([]);
    root.dispatchEvent(new Pressed('Enter'));
    stop();
    root.dispatchEvent(new Pressed('Tab', { isComposing: true }));
    expect(heard).toEqual(['Enter', 'Tab']);
  });
});
