import { createServer } from 'node:http';
import { Server } from 'socket.io';

// What Socket.IO can do here at all: a message goes to the group of its agent and is acknowledged. Nothing is checked,
// nothing is stored. The port comes as the first argument; a line on stdout says that it listens.
const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'], perMessageDeflate: false });
let sequence = 0;

io.on('connection', (socket) => {
  const { agentIndex, role } = socket.handshake.auth as { role: string; agentIndex: number };
  if (role === 'agent') void socket.join(`agent/${agentIndex}`);
  socket.on(
    'message:post',
    (
      message: { to: number; clientMessageId: string; body: string },
      acknowledge: (answer: object) => void,
    ) => {
      sequence += 1;
      const { body, clientMessageId, to } = message;
      const sentAt = Date.now();
      io.to(`agent/${to}`).emit('message:posted', { message: { sequence, sentAt, clientMessageId, body } });
      acknowledge({ ok: true, data: { sequence, sentAt } });
    },
  );
});

http.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4_096 }, () => {
  console.log('listening');
});
