import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname ?? process.cwd()
const page = resolve(root, 'renderer/index.html')

/** What the bundler says of a module: whom it imports, dynamic imports left out. */
interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

const firstModules = new Set<string>()

/** The index of a collection: of all that it offers, whoever imports it takes little. */
function isCollection(id: string, imports: readonly string[]): boolean {
  return /[\\/]index\.m?[jt]s$/.test(id) && imports.length > 15
}

/**
 * What the first screen cannot do without is one file, and nothing else is in it. By itself the bundler makes a hundred
 * and forty of it, and at each start every one of them is asked for, answered by main and looked up by itself.
 */
function firstScreen(id: string, graph: Graph): string | null {
  const open = firstModules.size === 0 ? [page] : []
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (firstModules.has(at)) continue
    firstModules.add(at)
    const imports = graph.getModuleInfo(at)?.importedIds ?? []
    if (!isCollection(at, imports)) open.push(...imports)
  }
  return firstModules.has(id) ? 'first' : null
}

// Everything is bundled, dependencies too, so that the packaged app carries no node_modules folder.
export default defineConfig({
  main: {
    // `?asset` copies only what is not public, and the default public folder (resources) is not packaged.
    publicDir: 'electron/public',
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      // pdf-to-printer brings a Windows program that must stay a file: it is packaged beside the bundle, there only.
      rollupOptions: {
        input: { index: resolve(root, 'electron/main/index.ts') },
        external: ['pdf-to-printer'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file.
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    publicDir: false,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      // The bundler's default for desktop apps is none; a third of the bytes is parsed at each start without it.
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: page },
        // Modules that import one another in a circle must run in the order in which they are imported.
        output: { strictExecutionOrder: true, codeSplitting: { groups: [{ name: firstScreen }] } },
      },
    },
  },
})
