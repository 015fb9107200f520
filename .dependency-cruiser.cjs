/**
 * The dependency rules of the house. Each has a fixture under test/architecture/fixtures that breaks it, and a spec that sees it bite.
 * `specs` may import from test/; nothing else of src may.
 */
const specs = '\\.spec\\.ts$';
const kernel = '^src/kernel/';

/** Only these folders may import what stands behind their port. */
const ownAdapters = [
  ['@eventstore/db-client', '^src/platform/event-store/kurrent/'],
  ['nodemailer', '^src/platform/smtp-client/|^src/contexts/messaging/adapters/composing/|^src/demo/'],
  ['ipaddr.js', '^src/platform/smtp-client/'],
  ['smtp-server', '^src/platform/smtp-ingress/'],
  ['mailparser', '^src/contexts/messaging/adapters/parsing/'],
  ['better-sqlite3', '^src/platform/(sql|event-store/sqlite|data-directory)/|^src/contexts/vault/adapters/'],
];

module.exports = {
  forbidden: [
    { name: 'kernel-imports-nothing', severity: 'error', from: { path: kernel, pathNot: specs }, to: { pathNot: kernel } },
    {
      name: 'domain-imports-kernel-only',
      comment: 'No Nest, no node:, no library, no other context: a rule is read from top to bottom in one place.',
      severity: 'error',
      from: { path: '^src/contexts/([^/]+)/domain/', pathNot: specs },
      to: { pathNot: [kernel, '^src/contexts/$1/domain/'] },
    },
    {
      name: 'application-never-imports-adapters',
      severity: 'error',
      from: { path: '^src/contexts/[^/]+/application/', pathNot: specs },
      to: { path: '^src/contexts/[^/]+/adapters/' },
    },
    {
      name: 'contexts-meet-in-public',
      severity: 'error',
      from: { path: '^src/contexts/([^/]+)/', pathNot: specs },
      to: { path: '^src/contexts/(?!$1/)[^/]+/(?!public/)' },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: specs },
      to: { path: '^src/(contexts|console)/' },
    },
    {
      name: 'analytics-sees-no-personal-type',
      severity: 'error',
      from: { path: '^src/contexts/analytics/', pathNot: specs },
      to: { path: '^src/kernel/personal' },
    },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/', pathNot: specs },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^src/', pathNot: specs },
      to: { couldNotResolve: true },
    },
    ...ownAdapters.map(([library, home]) => ({
      name: `only-its-adapter-imports-${library.replace('@', '').replace('/', '-')}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [home, specs] },
      to: { path: `(^|node_modules/)(@types/)?${library.replace('@eventstore', '(@eventstore|eventstore)')}(/|$)` },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'default'] },
  },
};
