import { CHAT_LIMITS } from './chat-limits';

/** Every bound the protocol sets on a value, those of `CHAT_LIMITS` too. Lengths are Unicode code points, times are milliseconds. */
export const LIMITS = {
  messageCodePoints: CHAT_LIMITS.messageCodePoints,
  nameCodePoints: 120,
  emailLength: 254,
  phoneLength: 40,
  documentLength: 40,
  /** [F2] Longest answer of a form's long text, and most answers of one form. */
  answerCodePoints: 2_000,
  answers: 60,
  fieldIdLength: 32,
  urlLength: CHAT_LIMITS.urlLength,
  titleCodePoints: CHAT_LIMITS.titleCodePoints,
  languageLength: 35,
  closingNoteCodePoints: 2_000,
  closingTagCodePoints: 60,
  /** [C9] A note that only the team sees. */
  noteCodePoints: 4_000,
  /** [C9] Name of a tag; how many there are, and how many one interaction bears. */
  tagCodePoints: 60,
  tagsMax: 200,
  tagsOfInteractionMax: 20,
  /** [C8] What is typed after `/`, and how many canned responses there are. */
  shortcutLength: 32,
  cannedResponsesMax: 500,
  /** [A4] How many fields of one's own there are, and what one of them holds. */
  customFieldsMax: 30,
  customFieldOptionsMax: 50,
  fieldValueCodePoints: 2_000,
  transferNoteCodePoints: 500,
  blockReasonCodePoints: 300,
  /** [R17] Why a supervisor set an agent Offline; and how many live interactions a search of theirs shows. */
  offlineNoteCodePoints: 300,
  liveFoundMax: 50,
  /** [D3] Waiting interactions that the live board lists. */
  boardWaitingMax: 200,
  /** [A4, A8] What visitors and past interactions are searched by; how many are shown at once, and how many begin alike before only some are looked at. */
  searchCodePoints: 120,
  foundPage: 20,
  foundMax: 2_000,
  duplicatesMax: 5,
  /** [A8] Results per page of a search, tags per search, and length of an excerpt. */
  searchPage: 20,
  searchTagsMax: 10,
  excerptCodePoints: 160,
  /** Random id a client gives each of its messages, so that a retry is harmless [C3]. */
  clientMessageIdLength: { min: 8, max: 64 },
  /** Most messages one page of a transcript holds; and most bytes of them, but for one message that is longer by itself. */
  transcriptPage: 100,
  transcriptPageBytes: 64 * 1024,
  previewCodePoints: CHAT_LIMITS.previewCodePoints,
  /** Largest frame the socket accepts, in bytes. */
  socketFrameBytes: 64 * 1024,
  /** [R2] Chats an agent may be set to hold at once: 0 to this. It is also the number of capacity slots. */
  capacityMax: 20,
  capacityDefault: 4,
  /** [P1] How long a visitor may be away. */
  persistenceMs: { min: 10_000, max: 600_000, default: 90_000 },
  /** [R10] How long a new interaction rings at one agent; 0 never passes it on. */
  ringMs: { min: 0, max: 600_000, default: 30_000 },
  /** [R10] Interactions missed in a row that set an agent Offline; 0 never does. */
  missedMax: { min: 0, max: 20, default: 3 },
  /** [R14] How long an agent without connection keeps opened chats, and counts as Online. */
  graceMs: { min: 30_000, max: 3_600_000, default: 300_000 },
  /** [R14] The same for what was not opened, and for a call. */
  unopenedGraceMs: 30_000,
  callGraceMs: 90_000,
  /** [R8] How long a call waits before it reserves an agent. */
  reserveAfterMs: { min: 0, max: 600_000, default: 30_000 },
  /** Random key a visitor's browser makes before its first request, so that two tabs that start at once are one visitor [P3]. */
  startKeyLength: { min: 22, max: 64 },
  /** [M1] Time to answer a request for a call. */
  callAskMs: 30_000,
  /** Longest life of a token that lets somebody into a Jitsi room. */
  jitsiTokenMs: 120_000,
  /** Lifetime of the credentials for a TURN server. */
  turnLifetimeMs: { min: 60_000, max: 86_400_000, default: 7_200_000 },
  /** Lines of the picture a call may send. */
  videoHeight: { min: 180, max: 1_080, default: 720 },
  /** [R12] Shortest time between two announcements of a queue position. */
  queueAnnouncementMs: 3_000,
  /** [W4] A rating may be changed for as long after it was given. */
  ratingChangeMs: 86_400_000,
  ratingCommentCodePoints: 1_000,
  /** An IANA name. */
  timeZoneLength: 64,
  /** Most lines of a transcript that a visitor takes along; the newest. */
  transcriptLines: 5_000,
  /** Transcripts sent by e-mail per interaction, at most. */
  transcriptEmails: 3,
  typingMs: CHAT_LIMITS.typingMs,
  attachmentsOfMessage: CHAT_LIMITS.attachmentsOfMessage,
  /** [C6] Largest file; what the settings may allow. */
  attachmentBytes: { min: 100_000, max: 26_214_400, default: 10_485_760 },
  /** Storage quota for all files together. */
  attachmentQuotaMegabytes: { min: 100, max: 10_240_000, default: 5_120 },
  attachmentNameCodePoints: 120,
  /** Attachments that each side of an interaction may upload altogether. */
  attachmentsOfSide: 100,
  attachmentBytesOfSide: 209_715_200,
  /** A file that no message carries by then is removed. */
  attachmentUnpostedMs: 3_600_000,
} as const;
