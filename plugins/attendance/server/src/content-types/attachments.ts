import { contentType, counter, id, json, line, time, type Attribute } from './content-type';

const number: Attribute = { type: 'integer' };
const flag: Attribute = { type: 'boolean', default: true };

/** Files that messages carry [C6]. */
export const attachments = {
  /** Attachment: the file's location at the upload provider, and its key, without which it is noise: a file is erased with its key. */
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
      /** Sequence of the message that carries it. */
      sequence: number,
      uploadedAt: time,
      /** Time of the next try after a removal that failed. */
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
