// What the compiler cannot hold: no forgotten promise or case, hooks and accessibility, and layers whose arrows point up only.
import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

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
  sockets: { regex: '^socket\\.io', message: 'Only gateway/ speaks Socket.IO.' },
  packages: {
    regex: '^(?!\\.{1,2}/)',
    message: 'Rules are plain data and functions: no package, no Node module.',
  },
  allButZod: {
    regex: '^(?!\\./|zod$)',
    message: 'The protocol is what both ends share: it imports zod and its own files only.',
  },
  zod: {
    regex: '(^zod$|/protocol/index$|/protocol$)',
    message:
      'Browsers import single files of the protocol, as types or pure functions: zod stays out of the bundle.',
  },
  react: {
    regex: '^(react|preact)',
    message: 'State is pure reducers and selectors; hooks subscribe to it from outside.',
  },
  serverCode: {
    regex: '(^|/)server/src/(?!domain/indicator$)',
    message: 'A screen shares the protocol with the server, and the indicator; nothing else of it.',
  },
};

/** @param {(keyof typeof AWAY_FROM)[]} names */
const keepAwayFrom = (...names) => ({
  'no-restricted-imports': ['error', { patterns: names.map((name) => AWAY_FROM[name]) }],
});

/** Rules of their own: no clock, no chance, no waiting, and no throwing but where a case was forgotten. */
const PURE = {
  'no-restricted-syntax': [
    'error',
    { selector: 'AwaitExpression', message: 'domain/ decides; whoever calls it waits.' },
    { selector: ':function[async=true]', message: 'domain/ decides; whoever calls it waits.' },
    {
      selector: 'ThrowStatement:not(FunctionDeclaration[id.name="assertNever"] ThrowStatement)',
      message: 'A refusal is a value: { ok: false, code }.',
    },
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Time is a parameter: `now`.',
    },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time is a parameter: `now`.' },
    { object: 'Math', property: 'random', message: 'Chance is a parameter.' },
    { object: 'performance', property: 'now', message: 'Time is a parameter: `now`.' },
  ],
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/node_modules/**',
      '.strapi/**',
      'data/**',
      'public/**',
      'widget/demo/public/**',
      'types/generated/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: NODE_GLOBALS },
  },
  {
    files: TYPESCRIPT,
    extends: [js.configs.recommended, typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // A default counts: it is assertNever, or hands the rest to another reducer.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Factories answer closures: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // A cast where rows leave knex names their shape, whether or not inference would have got there.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Ids and counts are read by people.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
    },
  },

  // A fake keeps an asynchronous port's promise without having to wait for anything.
  {
    files: ['tests/support/memory-*.ts', 'tests/contract/memory.test.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },

  // Layers of the plugin (CONTRIBUTING.md).
  { files: [`${PLUGIN}/protocol/**/*.ts`], rules: keepAwayFrom('allButZod') },
  {
    files: [`${SERVER}/domain/**/*.ts`],
    rules: { ...keepAwayFrom('packages', 'application', 'edges'), ...PURE },
  },
  { files: [`${SERVER}/application/**/*.ts`], rules: keepAwayFrom('packages', 'edges') },
  {
    files: [`${SERVER}/presenters/**/*.ts`],
    rules: keepAwayFrom('strapi', 'database', 'sockets', 'sides', 'adapters'),
  },
  { files: [`${SERVER}/adapters/**/*.ts`], rules: keepAwayFrom('sockets', 'sides') },
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

  // The screens.
  {
    files: ['admin/**/*.{ts,tsx}', 'widget/**/*.{ts,tsx}'],
    extends: [a11y.flatConfigs.recommended],
    plugins: { 'react-hooks': hooks },
    // The plugin's other rules prepare code for React's compiler, which we do not use.
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...keepAwayFrom('zod', 'serverCode'),
    },
  },
  {
    files: [`${PLUGIN}/media/**/*.ts`, `${PLUGIN}/files/**/*.ts`],
    rules: keepAwayFrom('zod', 'serverCode', 'react'),
  },
  {
    files: ['admin/src/model/**/*.ts', 'widget/app/model/**/*.ts'],
    rules: keepAwayFrom('zod', 'serverCode', 'react'),
  },
);
