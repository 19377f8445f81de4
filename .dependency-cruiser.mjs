// Who may import whom: docs/ARCHITECTURE.md, "Who may import whom". One line of `arrows` says it all; everything not named is refused.
/** @type {Record<string, string[]>} */
const arrows = {
  'packages/contracts': [],
  'packages/platform': [],
  'packages/ui': [],
  'packages/api-client': [],
  'packages/i18n': ['packages/contracts'],
  'packages/db': ['packages/contracts', 'packages/platform'],
  'packages/adapters': ['packages/platform'],
  'packages/core': ['packages/db', 'packages/contracts', 'packages/i18n', 'packages/platform'],
  'apps/api': [
    'packages/core',
    'packages/db',
    'packages/contracts',
    'packages/platform',
    'packages/adapters',
  ],
  'apps/worker': [
    'packages/core',
    'packages/db',
    'packages/contracts',
    'packages/platform',
    'packages/adapters',
  ],
  'apps/gateway': ['packages/contracts'],
  'apps/web': ['packages/api-client', 'packages/contracts', 'packages/i18n', 'packages/ui'],
  'apps/mobile': ['packages/api-client', 'packages/contracts', 'packages/i18n'],
};

const tests = '\\.(test|spec|fixture)\\.tsx?$|^(packages|apps)/[^/]+/src/testing/';
const pureRules = '\\.rules\\.ts$';
/** Apps that may use the pure rules of core. */
const readsRules = ['apps/web', 'apps/mobile'];
/** @param {string} folder */
const inside = (folder) => `^${folder}/`;

const arrowRules = Object.entries(arrows).map(([from, to]) => ({
  name: `arrow: ${from}`,
  comment: `${from} may import only ${to.join(', ') || 'npm packages'}`,
  severity: 'error',
  from: { path: inside(from), pathNot: tests },
  to: {
    path: '^(packages|apps|scripts|e2e|bench)/',
    pathNot: [from, ...to, ...(readsRules.includes(from) ? ['packages/core/src/rules\\.ts$'] : [])].map(
      (allowed) => (allowed.endsWith('$') ? `^${allowed}` : inside(allowed)),
    ),
  },
}));

export default {
  forbidden: [
    ...arrowRules,
    {
      name: 'no app imports an app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no package imports an app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no cycles',
      comment: 'the generated client and its transport name each other: orval knows no other way',
      severity: 'error',
      from: { pathNot: '^packages/api-client/src/' },
      to: { circular: true },
    },
    {
      name: 'rules are pure',
      comment:
        '*.rules.ts may import only contracts, temporal-polyfill and other rules: no clock, no I/O, no database',
      severity: 'error',
      from: { path: pureRules },
      to: { pathNot: ['^packages/contracts/', pureRules, 'node_modules/temporal-polyfill/'] },
    },
    {
      name: 'core/rules opens only the pure rules',
      severity: 'error',
      from: { path: '^packages/core/src/rules\\.ts$' },
      to: { pathNot: [pureRules, '^packages/contracts/'] },
    },
    {
      name: 'contracts know only zod',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: tests },
      to: { pathNot: ['^packages/contracts/', 'node_modules/zod/'] },
    },
    {
      name: 'Nest is delivery',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'every import resolves',
      severity: 'error',
      from: {},
      // Cloudflare's platform brings its own modules
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.next|migrations)/|next-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'scripts/arrows.tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
