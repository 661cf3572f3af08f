import type { Answer } from '../../../plugins/attendance/protocol/shared/errors';
import type { VisitorSocket } from './clients';

let lastAcknowledgement = 1_000_000;

/** Writes a frame under Socket.IO's own encoder: what no well-behaved client would send. */
export function writeFrame(socket: VisitorSocket, frame: string): void {
  socket.io.engine.write(frame);
}

/** Sends a command as text, so that the sender chooses the JSON; returns the response. */
export function sendText(socket: VisitorSocket, json: string): Promise<Answer<unknown>> {
  lastAcknowledgement += 1;
  const prefix = `3/visitor,${lastAcknowledgement}[`;
  const { engine } = socket.io;
  return new Promise((resolve) => {
    const listen = ({ data, type }: { type: string; data?: unknown }): void => {
      if (type !== 'message' || typeof data !== 'string' || !data.startsWith(prefix)) return;
      engine.off('packet', listen);
      const [answer] = JSON.parse(data.slice(prefix.length - 1)) as [Answer<unknown>];
      resolve(answer);
    };
    engine.on('packet', listen);
    writeFrame(socket, `2/visitor,${lastAcknowledgement}${json}`);
  });
}
