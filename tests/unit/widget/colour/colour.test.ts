import fc from 'fast-check';
import { expect, it } from 'vitest';

import { contrast, readableOn } from '../../../../widget/colour/accent';
import { inkOn } from '../../../../widget/colour/contrast';

const RUNS = 10_000;
const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const full = (ink: string) => (ink === '#000' ? '#000000' : '#ffffff');

it('[W1] knows WCAG’s own examples', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#123456', '#123456')).toBe(1);
});

it('[W1] writes on any brand colour with ink of 4.5:1 at the least', () => {
  fc.assert(
    fc.property(colours, (brand) => {
      expect(contrast(full(inkOn(brand)), brand)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: RUNS },
  );
});

it.each(['#ffffff', '#16181d'])('[W1] makes any brand colour readable on %s', (surface) => {
  fc.assert(
    fc.property(colours, (brand) => {
      expect(contrast(readableOn(surface, brand), surface)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: RUNS },
  );
});

it('[W1] leaves a colour alone that is readable as it is', () => {
  expect(readableOn('#ffffff', '#4945ff')).toBe('#4945ff');
});
