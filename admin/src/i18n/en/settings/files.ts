import type { texts as original } from '../../pt-BR/settings/files';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.files.page': 'Attachments',
  'settings.files.intro': 'Files that visitors and agents may exchange in conversations, on all sites.',
  'settings.files.who': 'Who may send',
  'settings.files.visitors': 'Visitors send files',
  'settings.files.visitors.hint': 'Off, the button leaves the widget at once, in open conversations too.',
  'settings.files.agents': 'Agents send files',
  'settings.files.agents.hint': 'What was sent stays available to whoever may read the conversation.',
  'settings.files.what': 'What may be sent',
  'settings.files.what.hint':
    'The content of each file is checked on the server. Programs, pages and SVG pictures are always refused.',
  'settings.files.kinds': 'Kinds of file',
  'settings.files.kind.image': 'Pictures (PNG, JPEG, GIF, WebP)',
  'settings.files.kind.pdf': 'PDF',
  'settings.files.kind.text': 'Text (TXT, CSV, JSON and others)',
  'settings.files.kind.office': 'Documents, spreadsheets and presentations',
  'settings.files.kind.audio': 'Audio (MP3, OGG, WAV, M4A, WebM)',
  'settings.files.kinds.none': 'With no kind ticked, nobody sends files.',
  'settings.files.size': 'Largest size of a file',
  'settings.files.size.hint': 'A message carries up to {count} files.',
  'settings.files.room': 'Room',
  'settings.files.quota': 'Room for all files',
  'settings.files.quota.hint':
    'For the whole installation. Once it is full no new file is taken; those that were sent stay.',
  'settings.files.used': 'In use: {used} of {quota} ({share}).',
  'settings.files.near': 'Nearly full. Give more room, or keep conversations for less long (Privacy).',
  'settings.files.full':
    'Full: no new file is taken. Give more room, or keep conversations for less long (Privacy).',
};
