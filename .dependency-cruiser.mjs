// The borders of architecture.md, "Rooms". Run by `npm run borders`.
const no = (name, from, to) => ({
  name,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: typeof to === 'string' ? { path: to } : to,
})
const ext = (n) => `(^|node_modules/)${n}(/|$)`
export default {
  forbidden: [
    no('no-cycles', {}, { circular: true }),
    no('shared-is-a-leaf', '^shared/', '^(electron|renderer|e2e)/'),
    no('shared-has-no-platform', '^shared/', {
      path: [ext('electron'), ext('dexie'), ext('react'), ext('react-dom'), ext('pdfmake')],
      dependencyTypesNot: ['type-only'],
    }),
    no('shared-no-node', '^shared/', { dependencyTypes: ['core'] }),
    no('shared-util-leaf', '^shared/util/', '^shared/(?!util/)'),
    no('shared-domain-low', '^shared/domain/', '^shared/(?!util/|domain/)'),
    no(
      'shared-siblings',
      { path: '^shared/(schema|documents|sync)/' },
      { path: '^shared/', pathNot: '^shared/(util|domain|$1)/' },
    ),
    no('main-not-renderer', '^electron/', '^(renderer|e2e)/'),
    no('preload-thin', '^electron/preload/', {
      path: '^(electron|shared)/',
      pathNot: '^(electron/preload|shared/ipc)/',
    }),
    no('renderer-not-electron', '^renderer/', { path: ['^electron/', ext('electron'), '^e2e/'] }),
    // Tests of the print engine read font files and run poppler.
    no(
      'renderer-no-node',
      { path: '^renderer/', pathNot: '(\\.test\\.tsx?$|^renderer/printing/testing/)' },
      { dependencyTypes: ['core'] },
    ),
    no('ui-is-dumb', '^renderer/ui/', {
      path: '^(renderer|shared)/',
      pathNot: '^(renderer/ui|shared/util)/',
    }),
    no('dexie-only-in-data', { path: '^renderer/', pathNot: '^renderer/data/' }, ext('dexie')),
    no('pdfmake-only-in-printing', { path: '^renderer/', pathNot: '^renderer/printing/' }, ext('pdfmake')),
    no('low-layers-not-features', '^renderer/(ui|data|sync|printing|platform)/', '^renderer/(features|app)/'),
    no('only-app-imports-sync', { path: '^renderer/', pathNot: '^renderer/(app|sync)/' }, '^renderer/sync/'),
    no(
      'features-dont-import-each-other',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    no('e2e-black-box', '^e2e/', { path: '^(electron|renderer)/' }),
  ],
  options: {
    parser: 'swc',
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
