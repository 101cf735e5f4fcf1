import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname ?? process.cwd()

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
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
})
