import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';

import {
  attachmentIdSchema,
  attachmentSettingsSchema,
  type AttachmentId,
  type AttachmentUsage,
  type UploadRules,
} from '../../../protocol/attachments/attachments';
import { interactionIdSchema, type AgentId, type InteractionId } from '../../../protocol/schemas/ids';
import type { Side } from '../../../protocol/schemas/scalars';
import type { AttachmentSettingsStore, Uploader } from '../application/attachments/ports';
import type { MayRead, ReadAttachment } from '../application/attachments/read';
import type { Upload } from '../application/attachments/upload';
import type { AgentStore } from '../application/agents/ports';
import type { InteractionStore } from '../application/interactions/ports';
import type { StoredInteraction } from '../application/interactions/stored-interaction';
import type { MayReadTranscript } from '../application/transcripts/reading-rights';
import type { VisitorStore } from '../application/visitors/ports';
import {
  announcedBytes,
  bearerOf,
  givenName,
  refuseFile,
  refuseForNow,
  sendFile,
} from './attachment-answers';
import { parseBody, pathId } from './parse-body';
import { readContent, stopReading } from './read-content';
import { refuse } from './refuse';
import { readRowId } from './row-id';

export interface AttachmentPorts {
  readonly settings: AttachmentSettingsStore;
  readonly upload: Upload;
  readonly read: ReadAttachment;
  readonly interactions: Pick<InteractionStore, 'find'>;
  readonly mayReadTranscript: MayReadTranscript;
  /** Returns whether this agent follows the interaction at this moment, on whichever connection [R17]. */
  readonly isFollowedBy: (id: InteractionId, agentId: AgentId) => boolean;
  readonly visitors: Pick<VisitorStore, 'recognise'>;
  readonly agents: Pick<AgentStore, 'findByUser'>;
  readonly now: () => number;
  /** Returns whether nothing can be stored at the moment, by anybody. */
  readonly isUnavailable: (fault: unknown) => boolean;
  rules(side: Side): Promise<UploadRules | null>;
  usage(): Promise<AttachmentUsage>;
  /** Resolves to the milliseconds that this address must wait before its next file; 0 takes it. */
  uploadDelay(request: IncomingMessage): Promise<number>;
  /** Returns the network address of a request, by which limits are counted. */
  addressOf(request: IncomingMessage): string;
}

/** Delay in ms before an upload that was too slow may be tried again. */
const SLOW_RETRY_MS = 10_000;
const SUPERVISE = 'plugin::attendance.supervise';

/** Files of messages [C6]: for visitors by their token, for agents behind `plugin::attendance.attend`. */
export function createAttachmentsController(ports: () => AttachmentPorts) {
  return {
    async uploadByVisitor(ctx: Context): Promise<void> {
      await takingIn(ctx, ports(), async () => {
        const delay = await ports().uploadDelay(ctx.req);
        if (delay > 0) return refuseForNow(ctx, delay);
        if (readRowId(pathId(ctx)) === null) return void refuse(ctx, 'bad_request', 'id: decimal digits');
        const uploader = await visitorUploader(ctx, ports());
        if (uploader === null) return void refuse(ctx, bearerOf(ctx) === null ? 'unauthorized' : 'not_found');
        await receive(ctx, uploader, ports().addressOf(ctx.req), ports().upload);
      });
    },
    async uploadByAgent(ctx: Context): Promise<void> {
      await takingIn(ctx, ports(), async () => {
        if (readRowId(pathId(ctx)) === null) return void refuse(ctx, 'bad_request', 'id: decimal digits');
        const uploader = await agentUploader(ctx, ports());
        if (uploader === null) return void refuse(ctx, 'not_found');
        await receive(ctx, uploader, null, ports().upload);
      });
    },
    readByVisitor: (ctx: Context) => send(ctx, ports(), 'visitor', 'whole'),
    thumbnailByVisitor: (ctx: Context) => send(ctx, ports(), 'visitor', 'thumbnail'),
    readByAgent: (ctx: Context) => send(ctx, ports(), 'agent', 'whole'),
    thumbnailByAgent: (ctx: Context) => send(ctx, ports(), 'agent', 'thumbnail'),
    async rules(ctx: Context): Promise<void> {
      ctx.body = { data: { rules: await ports().rules('agent') } };
    },
    async readSettings(ctx: Context): Promise<void> {
      ctx.body = { data: await ports().settings.get() };
    },
    async usage(ctx: Context): Promise<void> {
      ctx.body = { data: await ports().usage() };
    },
    async updateSettings(ctx: Context): Promise<void> {
      const update = parseBody(ctx, attachmentSettingsSchema);
      if (update === null) return;
      const outcome = await ports().settings.update(update);
      if (outcome.ok) ctx.body = { data: outcome.data };
      else refuse(ctx, outcome.code);
    },
  };
}

/** Whatever came of it: the rest of a body that was not read is not waited for, and a database that cannot store is `unavailable`. */
async function takingIn(
  ctx: Context,
  { isUnavailable }: AttachmentPorts,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    refuse(ctx, 'unavailable');
  } finally {
    if (!ctx.req.readableEnded) {
      ctx.set('Connection', 'close');
      stopReading(ctx.req);
    }
  }
}

async function receive(
  ctx: Context,
  uploader: Uploader,
  address: string | null,
  upload: Upload,
): Promise<void> {
  // Anything else Strapi may have read already.
  if (!ctx.is('application/octet-stream')) {
    return void refuse(ctx, 'bad_request', 'body: the bytes of the file, as application/octet-stream');
  }
  const admission = await upload.admit(uploader, { bytes: announcedBytes(ctx), address });
  if (!admission.ok) return refuseFile(ctx, admission.reason);
  try {
    const content = await readContent(ctx.req, admission.maxBytes);
    if (!content.ok && content.why === 'slow') return refuseForNow(ctx, SLOW_RETRY_MS);
    if (!content.ok) return refuseFile(ctx, content.why === 'too-large' ? 'size' : 'empty');
    const outcome = await upload.take(uploader, content.content, givenName(ctx));
    if (outcome.ok) ctx.body = { data: outcome.data };
    else if (outcome.reason === 'unavailable') refuse(ctx, 'unavailable');
    else refuseFile(ctx, outcome.reason);
  } finally {
    admission.leave();
  }
}

async function send(
  ctx: Context,
  ports: AttachmentPorts,
  side: Side,
  size: 'whole' | 'thumbnail',
): Promise<void> {
  const id = idOf(ctx);
  const mayRead = side === 'visitor' ? visitorMayRead(ctx, ports) : agentMayRead(ctx, ports);
  const found = id === null ? null : await ports.read(id, size, { side, mayRead });
  if (found === null) refuse(ctx, 'not_found');
  else sendFile(ctx, found.attachment, found.content);
}

function idOf(ctx: Context): AttachmentId | null {
  const id = attachmentIdSchema.safeParse(pathId(ctx));
  return id.success ? id.data : null;
}

async function interactionOf(
  ctx: Context,
  { interactions }: AttachmentPorts,
): Promise<StoredInteraction | null> {
  const id = interactionIdSchema.safeParse(readRowId(pathId(ctx)));
  return id.success ? interactions.find(id.data) : null;
}

/** The token's visitor on the interaction's own site: "this id and this visitor". */
function visitorMayRead(ctx: Context, { now, visitors }: AttachmentPorts): MayRead {
  return async ({ interaction }) => {
    const token = bearerOf(ctx);
    const visitorId = token === null ? null : await visitors.recognise(interaction.siteId, token, now());
    return visitorId === interaction.visitorId;
  };
}

async function visitorUploader(ctx: Context, ports: AttachmentPorts): Promise<Uploader | null> {
  const stored = await interactionOf(ctx, ports);
  if (stored === null || !(await visitorMayRead(ctx, ports)(stored))) return null;
  const { id, visitorId } = stored.interaction;
  return { interactionId: id, side: 'visitor', personId: visitorId };
}

interface SignedIn {
  readonly user: { readonly id: number };
  readonly userAbility: { can(action: string): boolean };
}

async function agentOf(ctx: Context, { agents }: AttachmentPorts): Promise<AgentId | null> {
  return (await agents.findByUser((ctx.state as SignedIn).user.id))?.id ?? null;
}

async function agentUploader(ctx: Context, ports: AttachmentPorts): Promise<Uploader | null> {
  const [agentId, stored] = await Promise.all([agentOf(ctx, ports), interactionOf(ctx, ports)]);
  const isTheirs =
    stored !== null && 'agentId' in stored.interaction && stored.interaction.agentId === agentId;
  return isTheirs && agentId !== null
    ? { interactionId: stored.interaction.id, side: 'agent', personId: agentId }
    : null;
}

/** Returns whether the agent may read the interaction's transcript [Z57]. */
function agentMayRead(ctx: Context, ports: AttachmentPorts): MayRead {
  return async (stored) => {
    const isSupervisor = (ctx.state as SignedIn).userAbility.can(SUPERVISE);
    const agentId = await agentOf(ctx, ports);
    const isFollowing = (id: InteractionId): boolean => agentId !== null && ports.isFollowedBy(id, agentId);
    return ports.mayReadTranscript({ agentId, isSupervisor, isFollowing }, stored);
  };
}
