import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BOLD_FILE, MAIN_FILE } from '../fonts/fontFiles'

const require = createRequire(import.meta.url)

function folderOf(pkg: string): string {
  return dirname(require.resolve(`${pkg}/package.json`))
}

const sans = folderOf('@expo-google-fonts/noto-sans-sc')
const emoji = folderOf('@expo-google-fonts/noto-emoji')
const hanamin = folderOf('hanamin')

/** Where a font file of `fontFiles.ts` stands on this machine. */
export function pathOf(file: string): string {
  if (file === MAIN_FILE) return join(sans, '400Regular', file)
  if (file === BOLD_FILE) return join(sans, '700Bold', file)
  return file.startsWith('NotoEmoji') ? join(emoji, '400Regular', file) : join(hanamin, file)
}

/** A font's bytes, as the worker fetches them. */
export async function loadFontFile(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(pathOf(file)))
}
