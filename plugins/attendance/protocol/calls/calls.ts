import { z } from 'zod';

import { sideSchema, timeSchema } from '../schemas/scalars';

export const callMediumSchema = z.enum(['voice', 'video']);
/** Media of a call: voice alone, or video with voice. */
export type CallMedium = z.infer<typeof callMediumSchema>;

export const mediaProviderSchema = z.enum(['direct', 'jitsi']);
/** Provider of a call's media [M3]: browser to browser, or a Jitsi deployment. One attempt keeps the provider it began with. */
export type MediaProvider = z.infer<typeof mediaProviderSchema>;

/**
 * The call of an interaction; null where nobody calls: before the first one, and after it was hung up. `ringing`: one
 * side asked and the other has until `until`; a visitor who came for a call has no such end, for the ring of the
 * assignment [R10] counts there. `connected`: one attempt goes on, whoever is in it at the moment [M7].
 */
export const callSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ringing'),
    by: sideSchema,
    medium: callMediumSchema,
    until: timeSchema.nullable(),
  }),
  z.object({
    state: z.literal('connected'),
    /** Attempt's number, from 1 within the interaction: each has a room of its own [M2]. */
    attempt: z.number().int().positive(),
    medium: callMediumSchema,
    startedAt: timeSchema,
  }),
]);
export type Call = z.infer<typeof callSchema>;

/** ICE server, as in RTCPeerConnection's configuration. Its credentials are for this call alone, and expire. */
export const iceServerSchema = z.object({
  /** `stun:` and `turn:` addresses. */
  urls: z.array(z.string().max(300)).min(1).max(10),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServerSchema>;

const ticketBase = {
  /** Attempt's number, from 1 within the interaction: each has a room of its own [M2]. */
  attempt: z.number().int().positive(),
  medium: callMediumSchema,
  /** Most lines of the picture that are sent. */
  videoHeight: z.number().int().positive(),
};

/** Ticket that admits one participant to one attempt, minted when they join [M2]. */
export const joinTicketSchema = z.discriminatedUnion('provider', [
  z.object({
    ...ticketBase,
    provider: z.literal('direct'),
    /** ICE servers for RTCPeerConnection's configuration; empty where the two connect without any. */
    iceServers: z.array(iceServerSchema),
  }),
  z.object({
    ...ticketBase,
    provider: z.literal('jitsi'),
    /** Host, with its port if it has one, and the tenant's path where there is one. */
    domain: z.string(),
    /** URL of the deployment's own external_api.js. */
    scriptUrl: z.string(),
    /** Room name of this attempt alone; it cannot be guessed. */
    room: z.string(),
    /** JWT, valid for 120 s at most; null where the deployment asks for none. */
    token: z.string().nullable(),
    /** Name of this participant as the others see it. */
    displayName: z.string(),
  }),
]);
export type JoinTicket = z.infer<typeof joinTicketSchema>;

/** Longest session description the socket carries, in characters. */
const SDP_LENGTH = 48_000;

/** One signal of perfect negotiation: a description, or a candidate (null: there are no more). */
export const callSignalSchema = z.union([
  z.object({
    description: z.object({ type: z.enum(['offer', 'answer', 'rollback']), sdp: z.string().max(SDP_LENGTH) }),
  }),
  z.object({
    candidate: z
      .object({
        candidate: z.string().max(1_000),
        sdpMid: z.string().max(64).nullable(),
        sdpMLineIndex: z.number().int().min(0).max(64).nullable(),
        usernameFragment: z.string().max(256).nullable().optional(),
      })
      .nullable(),
  }),
]);
export type CallSignal = z.infer<typeof callSignalSchema>;

/** Quality of one side's connection, as that side measured it in the last seconds. Shown to the agent only [M6]. */
export const callQualitySchema = z.object({
  /** 0 nothing gets through, 100 perfect. */
  score: z.number().int().min(0).max(100),
  roundTripMs: z.number().int().min(0).max(60_000).nullable(),
  /** Share lost of the packets that this side sent. */
  lossPercent: z.number().min(0).max(100).nullable(),
  sentKbps: z.number().int().nonnegative().max(1_000_000).nullable(),
  /** Lines of the picture sent at the moment; 0 when none is. */
  sentHeight: z.number().int().nonnegative().max(10_000).nullable(),
});
export type CallQuality = z.infer<typeof callQualitySchema>;
