import { contentType, counter, id, json, line, time, type Attribute } from './content-type';

const number: Attribute = { type: 'integer' };
const flag: Attribute = { type: 'boolean', default: true };

/** Files that messages carry [C6]. */
export const attachments = {
  /** Where the upload provider keeps a file, and the key without which that is noise: erased, so is the file. */
  attachment: contentType(
    'attachment',
    {
      publicId: { type: 'string' },
      interactionId: id,
      side: line,
      personId: id,
      kind: line,
      name: line,
      mime: line,
      size: number,
      width: number,
      height: number,
      encryptionKey: line,
      file: json,
      thumbnail: json,
      state: line,
      /** Of the message that carries it. */
      sequence: number,
      uploadedAt: time,
      /** When a removal that failed is tried again. */
      retryAt: time,
    },
    [
      { name: 'attendance_attachments_public', columns: ['public_id'], type: 'unique' },
      { name: 'attendance_attachments_interaction', columns: ['interaction_id', 'side', 'person_id'] },
      { name: 'attendance_attachments_unposted', columns: ['sequence', 'uploaded_at'] },
    ],
  ),
  'attachment-setting': contentType('attachment-setting', {
    version: counter,
    visitorsMayUpload: flag,
    agentsMayUpload: flag,
    kinds: json,
    maxBytes: number,
    quotaMegabytes: number,
  }),
};
