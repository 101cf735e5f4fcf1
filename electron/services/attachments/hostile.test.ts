import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gif, jpeg, png, webp } from '../../../shared/domain/register/pictureTesting'
import { fileFor } from '../../security/appScheme'
import { openAttachments } from './store'

const MB = 1024 * 1024
const text = (words: string) => Buffer.from(words, 'latin1')
const glued = (...parts: Uint8Array[]) => Buffer.concat(parts)

let base = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'hostile-'))
})
afterEach(() => rm(base, { recursive: true }))

async function keep(bytes: Uint8Array, name = 'x.png'): Promise<string> {
  const kept = await openAttachments(join(base, 'attachments')).store({ bytes }, name, 20 * MB)
  return kept.ok ? kept.value.mime : kept.refusal.key
}

describe('a hostile attachment (issue: malicious image or PDF)', () => {
  it.each([
    ['a PNG of 4,000 megapixels', png(65_000, 65_000)],
    ['a WebP of 301 megapixels', webp(16_384, 18_372)],
    ['a GIF of 4,294 megapixels', gif(65_535, 65_535)],
    ['a JPEG of 4,294 megapixels', jpeg(65_535, 65_535)],
  ])('%s is not kept, asked or unasked', async (_what, bytes) => {
    expect(await keep(bytes)).toBe('attachment.pictureMonstrous')
    const path = join(base, 'chosen.png')
    await writeFile(path, bytes)
    const chosen = await openAttachments(join(base, 'other')).store({ path }, 'chosen.png', 20 * MB)
    expect(chosen).toMatchObject({ ok: false, refusal: { key: 'attachment.pictureMonstrous' } })
    expect((await readdir(base)).filter((name) => name === 'attachments')).toEqual([])
  })

  it('a photograph of 200 megapixels is one, where 保留原图 asks for it', async () => {
    expect(await keep(jpeg(16_330, 12_248))).toBe('image/jpeg')
    expect(await keep(png(20_000, 10_000))).toBe('image/png')
  })

  it.each([
    [
      'a page that says it is a picture',
      text('<html><script>alert(1)</script>'),
      'attachment.typeNotAllowed',
    ],
    [
      'a drawing with a script',
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'attachment.typeNotAllowed',
    ],
    ['a program', text('MZ\x90\0'), 'attachment.typeNotAllowed'],
    ['an archive', text('PK\x03\x04'), 'attachment.typeNotAllowed'],
    ['a page in front of a PDF', text('<html>%PDF-1.7'), 'attachment.typeNotAllowed'],
    ['a program in front of a picture', glued(text('MZ'), png(1, 1)), 'attachment.typeNotAllowed'],
    ['nothing', Buffer.alloc(0), 'attachment.empty'],
  ])('%s is not kept', async (_what, bytes, key) => {
    expect(await keep(bytes)).toBe(key)
  })

  it.each([
    [
      'a picture that goes on as a page',
      glued(gif(1, 1), text('/*<script>alert(1)</script>*/')),
      'image/gif',
    ],
    ['a PDF that goes on as a page', text('%PDF-1.7\n<html><script>alert(1)</script>'), 'application/pdf'],
    [
      'a PDF with scripts and files in it',
      text('%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))/EmbeddedFiles 2 0 R>>'),
      'application/pdf',
    ],
    ['a picture that goes on as an archive', glued(png(1, 1), text('PK\x03\x04')), 'image/png'],
  ])('%s is only what it begins as', async (_what, bytes, mime) => {
    expect(await keep(bytes)).toBe(mime)
    const store = openAttachments(join(base, 'attachments'))
    const kept = await store.store({ bytes }, '../../evil\0.html', 20 * MB)
    if (!kept.ok) throw new Error(kept.refusal.key)
    const { name, sha256 } = kept.value
    expect(name).toBe(basename(name))
    expect(name).not.toMatch(/\.html?$|\0/)
    // The type that it is served under is decided anew, by the same bytes.
    expect((await store.find(sha256))?.type.mime).toBe(mime)
  })

  it('is kept under a name that leads nowhere, whatever it was called', async () => {
    const store = openAttachments(join(base, 'attachments'))
    const name = fc
      .array(fc.constantFrom('..', '/', '\\', '\0', 'C:', 'con', '.png', '\u202E', 'a', '%2e'))
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(name, async (given) => {
        const kept = await store.store({ bytes: png(1, 1) }, given, MB)
        expect(kept.ok && /^[^/\\\0\u202E]*\.png$/.test(kept.value.name)).toBe(true)
      }),
    )
    expect(await readdir(base)).toEqual(['attachments'])
  })

  it('is asked for by no way that leads out of its folder', () => {
    const place = fc
      .array(
        fc.constantFrom(
          '..',
          '%2e%2e',
          '/',
          '%2f',
          '%5c',
          '\\',
          '%00',
          'attachments',
          'a',
          ':',
          '@',
          '?',
          '#',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(place, (path) => {
        const found = fileFor('/srv/renderer', `app://desk/${path}`)
        expect(found === null || found.startsWith('/srv/renderer/')).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
