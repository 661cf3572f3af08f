import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import { admit, mayEnter, type DoorSettings } from './door';

/** Address for reserving rooms, as `reservations_api_prefix` and its headers. */
export interface ReservationApi {
  readonly prefix: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Occupant {
  readonly id: string;
  readonly name: string;
  readonly isModerator: boolean;
  /** Open stream of facts to the participant. */
  stream: ServerResponse | null;
  /** Facts from before the stream was open. */
  readonly missed: object[];
}

interface Room {
  readonly reservationId: string | null;
  readonly occupants: Map<string, Occupant>;
}

export type Entered =
  | {
      readonly ok: true;
      readonly id: string;
      readonly isModerator: boolean;
      readonly name: string;
      readonly others: readonly { id: string; name: string }[];
    }
  | { readonly ok: false; readonly name: string; readonly message: string; readonly isFatal: boolean };

/** Keeps rooms, their occupants and their messages, as Prosody and Jicofo do. */
export function createRooms(door: DoorSettings, api: ReservationApi | null) {
  const rooms = new Map<string, Room>();

  const reserve = async (room: string): Promise<{ id: string | null } | { status: number }> => {
    if (api === null) return { id: null };
    const response = await fetch(`${api.prefix}/conference`, {
      method: 'POST',
      headers: { ...api.headers },
      body: new URLSearchParams({ name: room, mail_owner: 'a@b', start_time: new Date().toISOString() }),
    });
    if (response.status !== 200) return { status: response.status };
    const { id, name } = (await response.json()) as { id: string; name: string };
    if (name.toLowerCase() !== room) return { status: 502 };
    return { id: String(id) };
  };

  const open = async (name: string): Promise<Room | number> => {
    const known = rooms.get(name);
    if (known !== undefined) return known;
    const reserved = await reserve(name);
    if ('status' in reserved) return reserved.status;
    // Two who came together have both requested a reservation: the first one's room is for both.
    const room = rooms.get(name) ?? { reservationId: reserved.id, occupants: new Map<string, Occupant>() };
    rooms.set(name, room);
    return room;
  };

  const tellOne = ({ missed, stream }: Occupant, fact: object): void => {
    if (stream === null) missed.push(fact);
    else stream.write(`data: ${JSON.stringify(fact)}\n\n`);
  };

  const tell = ({ occupants }: Room, fact: object, except = ''): void => {
    for (const occupant of occupants.values()) if (occupant.id !== except) tellOne(occupant, fact);
  };

  const release = async ({ reservationId }: Room): Promise<void> => {
    if (api === null || reservationId === null) return;
    await fetch(`${api.prefix}/conference/${reservationId}`, {
      method: 'DELETE',
      headers: { ...api.headers },
    });
  };

  const leave = async (name: string, id: string): Promise<void> => {
    const room = rooms.get(name);
    if (room?.occupants.delete(id) !== true) return;
    tell(room, { kind: 'left', id });
    if (room.occupants.size > 0) return;
    rooms.delete(name);
    await release(room);
  };

  const destroy = async (name: string): Promise<void> => {
    const room = rooms.get(name);
    if (room === undefined) return;
    tell(room, { kind: 'destroyed' });
    rooms.delete(name);
    await release(room);
  };

  return {
    /**
     * Reserves a room, as a conference's focus asks before the room is entered; returns the status where the reservation
     * is refused.
     */
    reserve,
    occupantsOf: (name: string): number => rooms.get(name)?.occupants.size ?? 0,
    enter: async (address: string, token: string | null, ownName: string): Promise<Entered> => {
      const name = address.toLowerCase();
      const admitted = await admit(door, token);
      if (admitted === null)
        return { ok: false, name: 'connection.passwordRequired', message: 'not-allowed', isFatal: true };
      if (!mayEnter(admitted, name, door))
        return {
          ok: false,
          name: 'conference.connectionError.notAllowed',
          message: 'not-allowed',
          isFatal: false,
        };
      const room = await open(name);
      if (typeof room === 'number')
        return { ok: false, name: 'conference.reservationError', message: String(room), isFatal: false };
      const others = [...room.occupants.values()].map(({ id, name: theirs }) => ({ id, name: theirs }));
      const occupant: Occupant = {
        id: randomUUID().slice(0, 8),
        name: admitted.name === '' ? ownName : admitted.name,
        isModerator: admitted.isModerator,
        stream: null,
        missed: [],
      };
      room.occupants.set(occupant.id, occupant);
      tell(room, { kind: 'joined', id: occupant.id, name: occupant.name }, occupant.id);
      return { ok: true, id: occupant.id, isModerator: occupant.isModerator, name: occupant.name, others };
    },
    /** Streams facts to one occupant, until their page is gone. */
    stream: (name: string, id: string, response: ServerResponse): void => {
      const occupant = rooms.get(name)?.occupants.get(id);
      if (occupant === undefined) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      occupant.stream = response;
      for (const fact of occupant.missed.splice(0)) tellOne(occupant, fact);
      response.on('close', () => void leave(name, id).catch(() => undefined));
    },
    /** Ends a conference for everybody in it, as mod_end_conference does for a moderator only. */
    end: async (name: string, id: string): Promise<void> => {
      const room = rooms.get(name);
      if (room?.occupants.get(id)?.isModerator === true) await destroy(name);
    },
    /** Removes a participant, as a moderator may. */
    putOut: async (name: string, id: string): Promise<void> => {
      const room = rooms.get(name);
      const occupant = room?.occupants.get(id);
      if (occupant !== undefined) tellOne(occupant, { kind: 'put-out' });
      await leave(name, id);
    },
    namesIn: (name: string): readonly { readonly id: string; readonly name: string }[] =>
      [...(rooms.get(name)?.occupants.values() ?? [])].map(({ id, name: theirs }) => ({ id, name: theirs })),
    destroy,
    send: (name: string, from: string, to: string, signal: unknown): void => {
      const occupant = rooms.get(name)?.occupants.get(to);
      if (occupant !== undefined) tellOne(occupant, { kind: 'signal', id: from, signal });
    },
    leave,
  };
}

export type Rooms = ReturnType<typeof createRooms>;
