import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Grey } from '../reading/grey'

const run = promisify(execFile)

/** A plain grey picture as poppler writes it: `P5`, width, height, 255, points. */
function greyFrom(pgm: Buffer): Grey {
  const [head = '', width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? []
  return { width: Number(width), height: Number(height), data: new Uint8Array(pgm.subarray(head.length)) }
}

/** Pages `from` to `to` of a PDF in shades of grey; all of them where no bounds are given. */
export async function rasters(pdf: Uint8Array, dpi: number, from = 1, to?: number): Promise<Grey[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'))
  try {
    await writeFile(join(folder, 'sheet.pdf'), pdf)
    const last = to === undefined ? [] : ['-l', String(to)]
    await run('pdftoppm', ['-r', String(dpi), '-f', String(from), ...last, '-gray', 'sheet.pdf', 'page'], {
      cwd: folder,
    })
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort()
    return await Promise.all(names.map(async (name) => greyFrom(await readFile(join(folder, name)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
