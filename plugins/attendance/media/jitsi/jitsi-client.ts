import { ALLOW, type JitsiTicket } from './jitsi-options';

/** The part in use of the client that the deployment itself serves. */
export interface JitsiClient {
  on(event: string, listener: (data: JitsiEvent) => void): void;
  executeCommand(command: string, ...parameters: unknown[]): void;
  getIFrame(): HTMLIFrameElement | null;
  dispose(): void;
  /** Returns the measures of the connection; in recent deployments only. */
  getConnectionStats?(): Promise<unknown>;
  getAvailableDevices?(): Promise<unknown>;
  getCurrentDevices?(): Promise<unknown>;
  setAudioInputDevice?(label: string, deviceId: string): void;
  setAudioOutputDevice?(label: string, deviceId: string): void;
  setVideoInputDevice?(label: string, deviceId: string): void;
}

/** Payload of any event; which fields are there depends on the event and on the deployment's version. */
export interface JitsiEvent {
  readonly id?: string;
  readonly role?: string;
  readonly kicked?: { readonly local?: boolean };
  readonly muted?: boolean;
  readonly on?: boolean;
  readonly type?: string;
  readonly name?: string;
  readonly message?: string;
  readonly isFatal?: boolean;
  /** Details of an error from the client's own parts. */
  readonly params?: readonly unknown[];
  readonly error?: Pick<JitsiEvent, 'name' | 'message' | 'isFatal' | 'params'>;
}

type JitsiConstructor = new (domain: string, options: object) => JitsiClient;

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface JitsiWindow {
  JitsiMeetExternalAPI?: JitsiConstructor;
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
  };
}

/** Thrown when the page's own security policy is older than the settings: it lets in no deployment, or another one. */
export class PageTooOld extends Error {
  override readonly name = 'PageTooOld';
}

const LOAD_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 50;

const page = window as unknown as JitsiWindow;

/** Trusted Types policy, the one that the widget's frame allows; it lets exactly the ticket's script through. */
let policy: ScriptUrlPolicy | undefined;
let allowedUrl = '';
const loads = new Map<string, Promise<JitsiConstructor>>();

function createPolicy(): ScriptUrlPolicy | undefined {
  try {
    return page.trustedTypes?.createPolicy('atende-jitsi', {
      createScriptURL(asked) {
        if (asked !== allowedUrl) throw new TypeError('not the deployment’s script');
        return asked;
      },
    });
  } catch {
    throw new PageTooOld();
  }
}

function trust(url: string): string {
  allowedUrl = url;
  policy ??= createPolicy();
  return policy?.createScriptURL(url) ?? url;
}

function loadScript(url: string): Promise<JitsiConstructor> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const forbid = ({ blockedURI }: SecurityPolicyViolationEvent) => {
      if (blockedURI.startsWith(new URL(url).origin)) end(new PageTooOld());
    };
    const end = (fault: Error | null) => {
      clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', forbid);
      if (!fault && page.JitsiMeetExternalAPI) resolve(page.JitsiMeetExternalAPI);
      else {
        script.remove();
        reject(fault ?? new Error('The deployment’s client is none.'));
      }
    };
    const fail = () => end(new Error('The deployment’s client did not load.'));
    const timer = setTimeout(fail, LOAD_WITHIN_MS);
    document.addEventListener('securitypolicyviolation', forbid);
    // A script that the policy forbids fails too, and its violation is reported either before or after.
    script.onerror = () => setTimeout(fail);
    script.onload = () => end(null);
    script.async = true;
    script.src = trust(url);
    document.head.append(script);
  });
}

/** Loads the client, once per page and deployment; a failed load may be tried again. */
async function loadClient(url: string): Promise<JitsiConstructor> {
  const load = loads.get(url) ?? loadScript(url);
  loads.set(url, load);
  try {
    return await load;
  } catch (fault) {
    loads.delete(url);
    throw fault;
  }
}

/** Waits until the surface is in the page: the client needs its frame's window, which does not exist before. */
async function untilShown(surface: HTMLElement): Promise<void> {
  const deadline = Date.now() + LOAD_WITHIN_MS;
  while (!surface.isConnected) {
    if (Date.now() > deadline) throw new Error('Nobody shows the call.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/**
 * Opens the client in its surface, joining the ticket's room. Rejects where the deployment cannot be reached in time.
 */
export async function openClient(
  { scriptUrl, domain, room, token, displayName }: JitsiTicket,
  surface: HTMLElement,
  options: { readonly lang: string; readonly configOverwrite: object },
): Promise<JitsiClient> {
  const Client = await loadClient(scriptUrl);
  await untilShown(surface);
  const client = new Client(domain, {
    ...options,
    roomName: room,
    parentNode: surface,
    width: '100%',
    height: '100%',
    userInfo: { displayName },
    ...(token === null ? {} : { jwt: token }),
  });
  client.getIFrame()?.setAttribute('allow', ALLOW);
  return client;
}
