export default {
  config: {
    locales: ['pt-BR', 'es'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap() {},
};
