// What the compiler cannot hold: no forgotten promise or case, hooks and accessibility, and layers whose arrows point up only.
// Run by oxlint, and by tsgolint where a rule asks for types: `npm run lint`.
import { readdirSync } from 'node:fs';

const PLUGIN = 'plugins/attendance';
const SERVER = `${PLUGIN}/server/src`;
const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];

/** What the scripts outside the compiler use of Node. */
const NODE_GLOBALS = Object.fromEntries(
  ['Buffer', 'console', 'fetch', 'process', 'setInterval', 'setTimeout', 'URL'].map((name) => [
    name,
    'readonly',
  ]),
);

/** Rules beyond the category `correctness`, which is on everywhere. */
const BEYOND = [
  'no-case-declarations',
  'no-empty',
  'no-fallthrough',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-unexpected-multiline',
];
const BEYOND_IN_TYPESCRIPT = [
  'no-array-constructor',
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'typescript/ban-ts-comment',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-misused-promises',
  'typescript/no-namespace',
  'typescript/no-require-imports',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-function-type',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/only-throw-error',
  'typescript/prefer-promise-reject-errors',
  'typescript/require-await',
  'typescript/restrict-plus-operands',
];

/** Matches imports of the folders of the admin's screen, but for these. @param {readonly string[]} allowed */
function foldersBut(...allowed) {
  const folders = readdirSync(new URL('admin/src', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !allowed.includes(entry.name))
    .map(({ name }) => name);
  return `^(\\.\\./)+(${folders.join('|')})/`;
}

/** Folders of the protocol that hold schemas; the others are free of zod. */
const SCHEMAS = [
  'attachments',
  'calls',
  'interactions',
  'messages',
  'schemas',
  'search',
  'settings',
  'tools',
  'visitors',
  'wire',
];

/** Where code stands decides what it may import; the message says why. */
const AWAY_FROM = {
  application: { regex: '(^|/)application/', message: 'Arrows point up: this layer is above application/.' },
  edges: {
    regex: '(^|/)(gateway|controllers|adapters|presenters|middlewares|routes|content-types|composition)(/|$)',
    message:
      'Arrows point up: rules and use cases know no edge. Name what you need as a port in application/.',
  },
  adapters: {
    regex: '(^|/)(adapters/|composition(/|$))',
    message: 'An edge gets its stores as ports: composition.ts alone joins edges and adapters.',
  },
  sides: {
    regex: '(^|/)(gateway|controllers|middlewares)(/|$)',
    message: 'Adapters and presenters serve the edges: they do not know them.',
  },
  gateway: {
    regex: '(^|/)gateway/',
    message: 'HTTP and sockets are two edges: share use cases, not each other.',
  },
  controllers: {
    regex: '(^|/)(controllers|middlewares|routes)(/|$)',
    message: 'HTTP and sockets are two edges: share use cases, not each other.',
  },
  strapi: {
    regex: '^@strapi/',
    message: 'Only adapters, controllers, policies, composition.ts and life-cycle files know Strapi.',
  },
  database: {
    regex: '^(knex|better-sqlite3)$',
    message: 'Only adapters talk to the database: add a method to a port in application/.',
  },
  driver: {
    regex: '(^knex$|^better-sqlite3$|/sqlite-connection$)',
    message:
      'One SQL text serves every database: take `Sql`, `SqlReader` or `SqlDatabase` of adapters/database/sql.ts. What is dialect stands in adapters/database/sqlite/.',
  },
  sockets: { regex: '^socket\\.io', message: 'Only gateway/ speaks Socket.IO.' },
  packages: {
    regex: '^[^.]',
    message: 'Rules are plain data and functions: no package, no Node module.',
  },
  allButZod: {
    regex: '^(\\.\\./\\.\\./|[^.z]|z[^o]|zo[^d]|zod.)',
    message: 'The protocol is what both ends share: it imports zod and its own files only.',
  },
  schemas: {
    regex: `^(zod$|(\\.\\./)+(${SCHEMAS.join('|')}|rules|lines)/)`,
    message: 'protocol/shared/ is what everything stands on: constants and pure functions, without zod.',
  },
  schemasButTypes: {
    regex: `^(zod$|(\\.\\./)+(${SCHEMAS.join('|')})/)`,
    allowTypeImports: true,
    message:
      'protocol/rules/ and protocol/lines/ are what both ends compute and word alike: of schemas they take the types, never zod.',
  },
  schemasInBrowser: {
    regex: `/protocol/(${SCHEMAS.join('|')})/`,
    allowTypeImports: true,
    message:
      'Code of every page takes values from protocol/shared/, protocol/rules/ and protocol/lines/: schemas bring zod along.',
  },
  zod: {
    regex: '^zod$',
    message: 'Schemas stand in the protocol.',
  },
  react: {
    regex: '^(react|preact)',
    message: 'State is pure reducers and selectors; hooks subscribe to it from outside.',
  },
  featuresOfUi: {
    regex: foldersBut('ui', 'i18n', 'model', 'strapi'),
    message:
      'ui/ is what every screen is made of, and knows none: take what differs as a prop, or move this to the feature.',
  },
  featuresOfModel: {
    regex: foldersBut('model'),
    message:
      'model/ is the state and what follows from it: screens, desks and the wire import it, not the other way.',
  },
  featuresOfRealtime: {
    regex: foldersBut('realtime', 'model'),
    message:
      'realtime/ speaks to the server and tells the store; what stands on the screen asks it by attendance/.',
  },
  featuresOfDesks: {
    regex: foldersBut('desks', 'realtime', 'model'),
    message: 'A desk outlives every page: it knows the store and the commands, and no screen.',
  },
  serverCode: {
    regex: '(^|/)server/src/',
    message: 'A screen shares the protocol with the server; nothing else of it.',
  },
};

/** @param {(keyof typeof AWAY_FROM)[]} names */
const keepAwayFrom = (...names) => ({
  'no-restricted-imports': ['error', { patterns: names.map((name) => AWAY_FROM[name]) }],
});

/** Rules of their own: no clock, no chance, no waiting, and no throwing but where a case was forgotten. */
const PURE = {
  'atende/only-decides': 'error',
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time is a parameter: `now`.' },
    { object: 'Math', property: 'random', message: 'Chance is a parameter.' },
    { object: 'performance', property: 'now', message: 'Time is a parameter: `now`.' },
  ],
};

/** @param {readonly string[]} names @returns {Record<string, 'error'>} */
const errors = (...names) => Object.fromEntries(names.map((name) => [name, 'error']));

export default {
  plugins: ['eslint', 'typescript', 'react', 'jsx-a11y'],
  // `correctness` is what is wrong or does nothing; a rule beyond it is named.
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: [
    '**/dist/**',
    '**/build/**',
    '**/node_modules/**',
    '.strapi/**',
    'data/**',
    'public/**',
    'widget/demo/public/**',
    'types/generated/**',
  ],
  rules: {
    // Factories answer closures: there is no `this` to lose.
    'typescript/unbound-method': 'off',
    // Lengths are counted in code points (SPEC): that is what a spread text is taken apart for.
    'typescript/no-misused-spread': 'off',
    // These prepare code for React's compiler, which we do not use.
    'react/globals': 'off',
    'react/immutability': 'off',
    'react/purity': 'off',
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    // It asks for <img> and <output> where a role on a styled element says the same.
    'jsx-a11y/prefer-tag-over-role': 'off',
  },
  overrides: [
    {
      files: ['**/*.mjs'],
      rules: errors(...BEYOND, 'no-redeclare', 'no-undef'),
      globals: NODE_GLOBALS,
    },
    {
      files: TYPESCRIPT,
      rules: {
        ...errors(...BEYOND, ...BEYOND_IN_TYPESCRIPT),
        // A default counts: it is assertNever, or hands the rest to another reducer.
        'typescript/switch-exhaustiveness-check': [
          'error',
          { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
        ],
        'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
        'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
        // Ids and counts are read by people.
        'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      },
    },

    // A fake keeps an asynchronous port's promise without having to wait for anything.
    {
      files: ['tests/support/fakes/**/*.ts', 'tests/contract/memory.test.ts'],
      rules: { 'typescript/require-await': 'off' },
    },

    // Layers of the plugin (CONTRIBUTING.md).
    { files: [`${PLUGIN}/protocol/**/*.ts`], rules: keepAwayFrom('allButZod') },
    { files: [`${PLUGIN}/protocol/shared/**/*.ts`], rules: keepAwayFrom('allButZod', 'schemas') },
    {
      files: ['lines', 'rules'].map((folder) => `${PLUGIN}/protocol/${folder}/**/*.ts`),
      rules: keepAwayFrom('allButZod', 'schemasButTypes'),
    },
    {
      files: [`${SERVER}/domain/**/*.ts`],
      jsPlugins: ['./tests/support/lint-rules.mjs'],
      rules: { ...keepAwayFrom('packages', 'application', 'edges'), ...PURE },
    },
    { files: [`${SERVER}/application/**/*.ts`], rules: keepAwayFrom('packages', 'edges') },
    {
      files: [`${SERVER}/presenters/**/*.ts`],
      rules: keepAwayFrom('strapi', 'database', 'sockets', 'sides', 'adapters'),
    },
    { files: [`${SERVER}/adapters/**/*.ts`], rules: keepAwayFrom('sockets', 'sides', 'driver') },
    // Dialect by nature: the driver, SQLite's full-text search, the thread that reads, and imports into a SQLite file.
    {
      files: ['database/sqlite', 'search', 'reading', 'import'].map(
        (folder) => `${SERVER}/adapters/${folder}/**/*.ts`,
      ),
      rules: keepAwayFrom('sockets', 'sides'),
    },
    {
      files: [`${SERVER}/gateway/**/*.ts`],
      rules: keepAwayFrom('strapi', 'database', 'adapters', 'controllers'),
    },
    {
      files: [`${SERVER}/controllers/**/*.ts`, `${SERVER}/routes/**/*.ts`, `${SERVER}/content-types/**/*.ts`],
      rules: keepAwayFrom('database', 'sockets', 'adapters', 'gateway'),
    },
    { files: [`${SERVER}/middlewares/**/*.ts`], rules: keepAwayFrom('database', 'sockets', 'adapters') },
    {
      files: [`${PLUGIN}/**/*.ts`],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'strapi', message: 'Strapi is a parameter: two may run in one process.' },
        ],
      },
    },

    {
      files: [`${SERVER}/application/**/*.ts`, `${SERVER}/adapters/**/*.ts`],
      jsPlugins: ['./tests/support/lint-rules.mjs'],
      rules: { 'atende/steps-are-run': 'error' },
    },

    {
      files: [`${SERVER}/gateway/**/*.ts`, `${SERVER}/composition.ts`, `${SERVER}/composition/**/*.ts`],
      jsPlugins: ['./tests/support/lint-rules.mjs'],
      rules: { 'atende/facts-are-emitted-together': 'error' },
    },
    {
      files: [`${SERVER}/gateway/connection/facts.ts`],
      rules: { 'atende/facts-are-emitted-together': 'off' },
    },

    // The screens.
    {
      files: ['admin/**/*.{ts,tsx}', 'widget/**/*.{ts,tsx}'],
      rules: {
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        ...keepAwayFrom('zod', 'serverCode'),
      },
    },
    {
      files: ['chat', 'media', 'files'].map((folder) => `${PLUGIN}/${folder}/**/*.ts`),
      rules: keepAwayFrom('zod', 'schemasInBrowser', 'serverCode', 'react'),
    },
    { files: ['widget/**/*.{ts,tsx}'], rules: keepAwayFrom('zod', 'schemasInBrowser', 'serverCode') },
    {
      files: ['admin/src/ui/**/*.{ts,tsx}'],
      rules: keepAwayFrom('zod', 'serverCode', 'schemasInBrowser', 'featuresOfUi'),
    },
    {
      files: ['admin/src/model/**/*.ts'],
      rules: keepAwayFrom('zod', 'serverCode', 'react', 'schemasInBrowser', 'featuresOfModel'),
    },
    {
      files: ['admin/src/realtime/**/*.ts'],
      rules: keepAwayFrom('zod', 'serverCode', 'react', 'schemasInBrowser', 'featuresOfRealtime'),
    },
    {
      files: ['admin/src/desks/**/*.ts'],
      rules: keepAwayFrom('zod', 'serverCode', 'react', 'schemasInBrowser', 'featuresOfDesks'),
    },
    {
      files: ['widget/app/model/**/*.ts'],
      rules: keepAwayFrom('zod', 'schemasInBrowser', 'serverCode', 'react'),
    },
  ],
};
