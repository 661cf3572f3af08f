/** The nouns of the protocol, by theme; importing them from here or from their own file is the same. */
export * from './calls';
export * from './interactions';
export * from './messages';
export * from './offline-messages';
export * from './people';
export * from './scalars';
export * from './statuses';
