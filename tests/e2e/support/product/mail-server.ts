import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came: headers, and parts in their encodings. */
  readonly source: string;
}

/** A mail server of our own on loopback, as much of SMTP (RFC 5321) as somebody needs who hands a letter over. */
export interface MailServer {
  readonly port: number;
  readonly letters: readonly Letter[];
  /** Refuses every letter for now, as one does whose disk is full. */
  refuse(isRefusing: boolean): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const open = new Set<Socket>();
  let isRefusing = false;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, { isRefusing: () => isRefusing, take: (letter) => letters.push(letter) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    letters,
    refuse: (refuses) => {
      isRefusing = refuses;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Post {
  isRefusing(): boolean;
  take(letter: Letter): void;
}

/** One after the other, by lines: a command each, or those of the letter up to the one with a dot alone. */
function converse(socket: Socket, post: Post): void {
  let rest = '';
  let from = '';
  let to: string[] = [];
  let body: string[] | null = null;
  const say = (line: string): void => void socket.write(`${line}\r\n`);

  function command(line: string): void {
    const [, address = ''] = /<(.*?)>/.exec(line) ?? [];
    switch (line.slice(0, 4).toUpperCase()) {
      case 'MAIL':
        [from, to] = [address, []];
        return say('250 OK');
      case 'RCPT':
        if (post.isRefusing()) return say(`452 4.3.1 Insufficient system storage for <${address}>`);
        to.push(address);
        return say('250 OK');
      case 'DATA':
        body = [];
        return say('354 End with a dot alone');
      case 'QUIT':
        say('221 Bye');
        return void socket.end();
      case 'EHLO':
      case 'HELO':
      case 'RSET':
        return say('250 OK');
      default:
        return say('502 Not here');
    }
  }

  function ofLetter(lines: string[], line: string): void {
    // What begins with a dot has one more on the way.
    if (line !== '.') return void lines.push(line.replace(/^\./, ''));
    body = null;
    post.take({ from, to, source: lines.join('\r\n') });
    say('250 Taken');
  }

  say('220 mail.test');
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk.toString('latin1')}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (body === null) command(line);
      else ofLetter(body, line);
  });
}

/** The text and the page of a letter with both, decoded. */
export function readLetter({ source }: Letter): Readonly<Record<'subject' | 'text' | 'html', string>> {
  const [headers = ''] = source.split('\r\n\r\n', 1);
  const [, boundary = ''] = /boundary="(.+?)"/.exec(headers) ?? [];
  const parts = source.split(`--${boundary}`);
  const partOf = (type: string): string => {
    const part = parts.find((each) => each.trimStart().startsWith(`Content-Type: ${type}`)) ?? '';
    const [head = '', ...content] = part.split('\r\n\r\n');
    return decode(content.join('\r\n\r\n'), /Content-Transfer-Encoding: (\S+)/i.exec(head)?.[1] ?? '7bit');
  };
  return {
    subject: /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(headers)?.[1] ?? '',
    text: partOf('text/plain'),
    html: partOf('text/html'),
  };
}

function decode(content: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1').toString('utf8');
  const bytes = content
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
