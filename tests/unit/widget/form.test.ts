import { describe, expect, it } from 'vitest';

import type { Form } from '../../../plugins/attendance/protocol/rest';
import { emailSchema, formAnswersSchema } from '../../../plugins/attendance/protocol/visitor-events';
import { checkField, checkForm, shownFields } from '../../../widget/app/model/form';

const asked = { isShown: true, isRequired: true };
const offered = { isShown: true, isRequired: false };
const hidden = { isShown: false, isRequired: false };
const FORM: Form = { isOn: true, name: asked, email: asked, phone: offered };

describe('[F2] the widget’s patterns are the server’s', () => {
  it.each([
    'carla@exemplo.com',
    ' carla@exemplo.com ',
    'a.b+c@sub.exemplo.com.br',
    'ação@exemplo.com',
    'carla@exemplo',
    'carla@@exemplo.com',
    'carla exemplo@x.com',
    'carla@exemplo.com,outra@x.com',
    '<carla@exemplo.com>',
    '@exemplo.com',
    'carla@.com',
    `${'a'.repeat(65)}@exemplo.com`,
    'carla@exemplo.c',
    'a@b.co\nBcc: x@y.com',
  ])('e-mail %j', (email) => {
    expect(checkField('email', email, true) === null).toBe(emailSchema.safeParse(email).success);
  });

  it.each([
    '+55 11 3000-1234',
    '(11) 98765.4321',
    '123456',
    '12345',
    'onze',
    '+55;11',
    '  123456  ',
    '１２３４５６',
  ])('phone %j', (phone) => {
    expect(checkField('phone', phone, true) === null).toBe(formAnswersSchema.safeParse({ phone }).success);
  });
});

it('[W1] asks for what the site requires, in the form’s order', () => {
  expect(checkForm(FORM, { name: ' ', email: 'x', phone: '' })).toEqual({
    name: 'required',
    email: 'invalid',
  });
  expect(Object.keys(checkForm(FORM, { name: '', email: '', phone: 'x' }))).toEqual([
    'name',
    'email',
    'phone',
  ]);
  expect(checkForm(FORM, { name: 'Carla', email: 'c@e.com', phone: '' })).toEqual({});
});

it('[W1] asks for nothing that is hidden, or with the form off', () => {
  const nothing = { name: '', email: '', phone: '' };
  expect(checkForm({ ...FORM, name: hidden, email: hidden }, nothing)).toEqual({});
  expect(shownFields({ ...FORM, isOn: false })).toEqual([]);
  expect(checkForm({ ...FORM, isOn: false }, nothing)).toEqual({});
});
