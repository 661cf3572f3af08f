import type { Wire as ChatWire } from '../../../plugins/attendance/chat/wire';
import type {
  VisitorCommandData,
  VisitorCommandName,
  VisitorCommandPayload,
} from '../../../plugins/attendance/protocol/wire/events';

/** The connection as the rest of the panel sees it; it stays closed while the visitor is away. */
export type Wire = ChatWire<{
  readonly [Name in VisitorCommandName]: {
    readonly payload: VisitorCommandPayload<Name>;
    readonly data: VisitorCommandData<Name>;
  };
}>;
