/** The whole protocol, for the server and the tests. Browsers import single files, so that zod stays out of their bundles. */
export * from './agent-events';
export * from './audit';
export * from './call-events';
export * from './canned-text';
export * from './commands';
export * from './entities';
export * from './errors';
export * from './events';
export * from './ids';
export * from './limits';
export * from './media-settings';
export * from './rest';
export * from './text';
export * from './tool-events';
export * from './tools';
export * from './version';
export * from './visitor-events';
