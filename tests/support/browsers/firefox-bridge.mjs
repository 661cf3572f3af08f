#!/usr/bin/env node
// Starts a Firefox that the test tool has not patched, FIREFOX_OF_BRIDGE, and stands between the two on WebDriver BiDi: the tool asks
// every browser for what a long-term release does not know yet, and gives up where that is refused.
import { spawn } from 'node:child_process';

import { WebSocket, WebSocketServer } from 'ws';

/** Commands sent at each start, and needed by no test: dark and light, less motion. */
const ANSWERED_HERE = new Set(['emulation.setMediaFeaturesOverride']);
const READY = /WebDriver BiDi listening on (ws:\/\/\S+)/;

const firefox = spawn(process.env['FIREFOX_OF_BRIDGE'] ?? '', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => firefox.kill());
firefox.once('error', (fault) => {
  console.error(fault.message);
  process.exit(1);
});
firefox.once('exit', (code) => process.exit(code ?? 1));

let hasBegun = false;
firefox.stderr.on('data', (/** @type {Buffer} */ chunk) => {
  const text = chunk.toString();
  const address = hasBegun ? undefined : READY.exec(text)?.[1];
  if (address === undefined) {
    process.stderr.write(text);
    return;
  }
  hasBegun = true;
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => {
    const own = server.address();
    if (typeof own === 'object' && own !== null)
      process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${own.port}\n`);
  });
  server.on('connection', (tool, { url }) => join(tool, `${address}${url ?? ''}`));
});

/** Forwards both directions, from the first command on. @param {WebSocket} tool @param {string} address */
function join(tool, address) {
  const browser = new WebSocket(address, { maxPayload: 0 });
  /** @type {string[]} */
  const early = [];
  tool.on('message', (/** @type {Buffer} */ data) => {
    const command = data.toString();
    const { id, method } = JSON.parse(command);
    if (ANSWERED_HERE.has(method)) tool.send(JSON.stringify({ type: 'success', id, result: {} }));
    else if (browser.readyState === WebSocket.OPEN) browser.send(command);
    else early.push(command);
  });
  browser.on('open', () => {
    for (const command of early) browser.send(command);
  });
  browser.on('message', (/** @type {Buffer} */ data) => tool.send(data.toString()));
  browser.on('error', (fault) => console.error(fault.message));
  browser.on('close', () => tool.close());
  tool.on('close', () => browser.close());
}
