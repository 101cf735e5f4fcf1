/**
 * Makes icon.png and icon.ico out of resources/icons/icon.svg. Run by hand after changing the drawing:
 *
 *   node .tools/icons.mjs [path of a Chromium]
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { PNG } from 'pngjs'
import { root } from './lib/paths.mjs'

const SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Windows reads larger pictures as PNG; small ones stay bitmaps, which every tool understands. */
const LARGEST_BITMAP = 48

/** @param {Buffer} png @returns {Buffer} The picture as a 32-bit bitmap without file header, as an .ico holds it. */
function bitmap(png) {
  const { width, height, data } = PNG.sync.read(png)
  const maskRow = Math.ceil(width / 32) * 4
  const out = Buffer.alloc(40 + width * height * 4 + maskRow * height)
  out.writeUInt32LE(40, 0)
  out.writeInt32LE(width, 4)
  // Twice the height: the picture and its (empty) mask.
  out.writeInt32LE(height * 2, 8)
  out.writeUInt16LE(1, 12)
  out.writeUInt16LE(32, 14)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4
      const to = 40 + ((height - 1 - y) * width + x) * 4
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(from, from + 4)
      out.set([blue, green, red, alpha], to)
    }
  }
  return out
}

/** @param {{ size: number, bytes: Buffer }[]} pictures */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, bytes }] of pictures.entries()) {
    const at = 6 + 16 * index
    head.set([size % 256, size % 256], at)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(bytes.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  }
  return Buffer.concat([head, ...pictures.map((picture) => picture.bytes)])
}

const folder = join(root, 'resources', 'icons')
const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium' })
const page = await browser.newPage()

/** @param {number} size */
async function draw(size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

const pictures = []
for (const size of SIZES) {
  const png = await draw(size)
  pictures.push({ size, bytes: size > LARGEST_BITMAP ? png : bitmap(png) })
}
await writeFile(join(folder, 'icon.png'), await draw(512))
await writeFile(join(folder, 'icon.ico'), ico(pictures))
await browser.close()
