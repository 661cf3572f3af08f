import type { texts as original } from '../pt-BR/settings';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.section': 'Attendance',
  'settings.save': 'Save',
  'settings.saved': 'Saved',
  'settings.loading': 'Loading…',
  'settings.failed': 'It could not be loaded.',
  'settings.reload': 'Reload',
  'settings.unsaved.title': 'Leave without saving?',
  'settings.unsaved.body': 'What you changed here is not saved yet.',
  'settings.unsaved.leave': 'Leave without saving',
  'settings.unsaved.stay': 'Keep editing',
  'settings.invalid': 'Check the fields: {message}',
  'settings.chooseSite': 'Site',
  'settings.unit.megabytes': 'MB',
  'settings.unit.gigabytes': 'GB',

  'settings.required': 'Fill in this field.',
  'settings.problems':
    '{count, plural, one {There is # thing to correct before saving. It is marked below.} other {There are # things to correct before saving. They are marked below.}}',
  'settings.language': 'Language of the texts',
  'settings.language.default': '{language} · default',
  'settings.moveUp': 'Move up: {name}',
  'settings.moveDown': 'Move down: {name}',
  'settings.remove': 'Remove: {name}',
  'settings.picture.choose': 'Choose',
  'settings.picture.change': 'Change',
  'settings.picture.remove': 'Remove',
  'settings.picture.noLibrary': 'Strapi’s media library is not installed.',
  'settings.conflict.kept':
    'Somebody else changed this while you were editing. What you typed is still here: copy what you need and reload.',
  'settings.delete': 'Delete',
  'settings.bounds': 'From {min} to {max}.',
  'settings.unit.seconds': 'seconds',
  'settings.unit.minutes': 'minutes',
  'settings.unit.days': 'days',
};
