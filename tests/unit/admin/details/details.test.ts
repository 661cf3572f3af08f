import { describe, expect, it } from 'vitest';

import {
  boundedHeight,
  heightByKey,
  readHeight,
  stageBounds,
} from '../../../../admin/src/call/stage/stage-height';
import { displayedAnswers } from '../../../../admin/src/details/displayed-answers';
import type { FormAnswer } from '../../../../plugins/attendance/protocol/settings/form';
import { id } from '../builders';

const answer = (type: FormAnswer['type'], value: string): FormAnswer => ({
  fieldId: `${type}-${value}`.slice(0, 8),
  type,
  label: 'Pergunta',
  value,
  shown: value,
});

describe('answers of the form, beside the visitor’s own fields', () => {
  const visitor = {
    id: id(1),
    name: 'João da Silva',
    email: 'joao@exemplo.com',
    phone: '(11) 98765-4321',
    document: '529.982.247-25',
  };

  it('[F2] [Z131] finding C2: what is a field already does not stand twice, however it was written', () => {
    const answers = [
      answer('text', 'joão da silva'),
      answer('email', 'JOAO@exemplo.com'),
      answer('phone', '+55 11 98765 4321'),
      answer('cpf', '52998224725'),
      answer('text', '88120'),
      answer('choice', 'troca'),
    ];
    expect(displayedAnswers({ answers, visitor }).map(({ value }) => value)).toEqual(['88120', 'troca']);
  });

  it('[F2] [Z131] finding C2: what the field does not say any more is shown', () => {
    const answers = [answer('email', 'outro@exemplo.com'), answer('phone', '')];
    expect(displayedAnswers({ answers, visitor: { ...visitor, phone: '' } })).toEqual(answers);
  });
});

describe('the height of a call’s picture', () => {
  const bounds = stageBounds(768);

  it.each([
    ['ArrowDown', 300, 324],
    ['ArrowUp', 300, 276],
    ['ArrowUp', 121, 120],
    ['Home', 300, 120],
    ['End', 300, 424],
    ['ArrowDown', 420, 424],
    ['Enter', 300, null],
  ])('[M4] [Z132] finding C3: %s at %i makes it %j', (key, height, expected) => {
    expect(heightByKey(key, height, bounds)).toBe(expected);
  });

  it('[M4] [Z132] finding C3: what was kept on a larger screen fits a smaller one, and nothing else is read', () => {
    expect(boundedHeight(900, bounds)).toBe(424);
    expect(stageBounds(300)).toEqual({ lowest: 120, highest: 120 });
    expect(['320', null, '', 'NaN', '-4', '1e9', '999999'].map(readHeight)).toEqual([
      320,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
