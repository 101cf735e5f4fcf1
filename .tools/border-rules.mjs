/**
 * The borders of architecture.md, "Rooms". Run by `npm run borders`.
 *
 * @typedef {{ path?: string | string[], pathNot?: string | string[], circular?: boolean,
 *   dependencyTypes?: string[], dependencyTypesNot?: string[] }} Place
 */

/** @param {string | Place} place @returns {Place} */
const at = (place) => (typeof place === 'string' ? { path: place } : place)

/** @param {string} name @param {string | Place} from @param {string | Place} to */
const no = (name, from, to) => ({
  name,
  severity: /** @type {const} */ ('error'),
  from: at(from),
  to: at(to),
})

/** @param {string} name */
const ext = (name) => `(^|node_modules/)${name}(/|$)`

export default {
  forbidden: [
    no('no-cycles', {}, { circular: true }),
    no('shared-is-a-leaf', '^shared/', '^(electron|renderer|e2e)/'),
    no('shared-has-no-platform', '^shared/', {
      path: [ext('electron'), ext('dexie'), ext('react'), ext('react-dom'), ext('pdfmake')],
      dependencyTypesNot: ['type-only'],
    }),
    // Tests of shared code run in Node and may read files.
    no('shared-no-node', { path: '^shared/', pathNot: '[.]test[.]ts$' }, { dependencyTypes: ['core'] }),
    no('shared-util-leaf', '^shared/util/', '^shared/(?!util/)'),
    no('shared-domain-low', '^shared/domain/', '^shared/(?!util/|domain/)'),
    no(
      'shared-siblings',
      { path: '^shared/(schema|documents|sync)/' },
      { path: '^shared/', pathNot: '^shared/(util|domain|$1)/' },
    ),
    no('main-not-renderer', '^electron/', '^renderer/'),
    // Tests of the way to the server speak to its stand-in.
    no('main-not-e2e', { path: '^electron/', pathNot: '^electron/services/sync/couch/' }, '^e2e/'),
    no(
      'main-not-tests',
      { path: '^electron/', pathNot: '^electron/services/sync/couch/' },
      '^electron/services/sync/couch/',
    ),
    no('preload-thin', '^electron/preload/', {
      path: '^(electron|shared)/',
      pathNot: '^(electron/preload|shared/ipc)/',
    }),
    no('renderer-not-electron', '^renderer/', { path: ['^electron/', ext('electron')] }),
    // What spoils pages is one for the tests of reading and for the window's.
    no('renderer-not-e2e', { path: '^renderer/', pathNot: ['[.]test[.]ts$', '/testing/'] }, '^e2e/'),
    no(
      'tests-take-fixtures-only',
      '^renderer/.*([.]test[.]ts$|/testing/)',
      '^e2e/(?!fixtures/(scans|couch)/)',
    ),
    no(
      'renderer-no-node',
      { path: '^renderer/', pathNot: ['[.]test[.]tsx?$', '/testing/'] },
      { dependencyTypes: ['core'] },
    ),
    no('ui-is-dumb', '^renderer/ui/', {
      path: '^(renderer|shared)/',
      pathNot: '^(renderer/ui|shared/util)/',
    }),
    no('dexie-only-in-data', { path: '^renderer/', pathNot: '^renderer/data/' }, ext('dexie(-react-hooks)?')),
    no('pdfmake-only-in-printing', { path: '^renderer/', pathNot: '^renderer/printing/' }, ext('pdfmake')),
    no('bridge-only-in-platform', '^renderer/(ui|data)/', '^renderer/platform/'),
    no(
      'low-layers-not-features',
      '^renderer/(ui|data|sync|printing|scans|platform|register)/',
      '^renderer/(features|app)/',
    ),
    no(
      'register-kit-above-layers',
      '^renderer/(ui|data|sync|printing|scans|platform)/',
      '^renderer/register/',
    ),
    // Reading a sheet knows what its code says, and nothing of what is stored or shown.
    no('scans-only-read', '^renderer/scans/', {
      path: '^renderer/',
      // Which prints forms for its tests, and lends the preview's PDF worker.
      pathNot: ['^renderer/scans/', '^renderer/printing/(.*testing|fonts|preview)/'],
    }),
    no('only-app-imports-sync', { path: '^renderer/', pathNot: '^renderer/(app|sync)/' }, '^renderer/sync/'),
    no(
      'features-dont-import-each-other',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    no('e2e-black-box', '^e2e/', '^(electron|renderer)/'),
  ],
  options: {
    parser: /** @type {const} */ ('swc'),
    moduleSystems: [/** @type {const} */ ('es6')],
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
