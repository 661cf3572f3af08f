import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of a test's own, on an origin of its own. */
export interface HostPage {
  readonly origin: string;
  stop(): void;
}

export async function serve(answer: (url: string) => Promise<Response> | Response): Promise<HostPage> {
  const server = createServer((request, response) => {
    const send = async (): Promise<void> => {
      const { headers, status, ...answered } = await read(await answer(request.url ?? '/'));
      response.writeHead(status, headers).end(answered.body);
    };
    send().catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  };
}

async function read(answered: Response) {
  const { headers, status } = answered;
  return { status, headers: Object.fromEntries(headers), body: Buffer.from(await answered.arrayBuffer()) };
}

/** Of Node's own answer; the pages are sent whole. */
const OF_THE_WIRE = ['connection', 'transfer-encoding', 'content-length', 'keep-alive'];

interface Changes {
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: (page: string) => string;
}

/** The shop with other headers, or with other pages. */
export function serveShop(
  shopUrl: string,
  { headers = {}, html = (page) => page }: Changes,
): Promise<HostPage> {
  return serve(async (url) => {
    const answered = await fetch(shopUrl + url);
    const kept = new Headers(answered.headers);
    for (const name of OF_THE_WIRE) kept.delete(name);
    for (const [name, value] of Object.entries(headers)) kept.set(name, value);
    const isPage = kept.get('content-type')?.startsWith('text/html') === true;
    const body = isPage ? html(await answered.text()) : await answered.arrayBuffer();
    return new Response(body, { headers: kept, status: answered.status });
  });
}
