import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTACHMENT_NAME_MAX } from './attachment'
import { attachmentName, FILE_TYPES, fileTypeOf } from './fileType'

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

const mp4 = (major: string, others = '') =>
  `\0\0\0${String.fromCharCode(16 + others.length)}ftyp${major}\0\0\0\0${others}`

describe('fileTypeOf (domain 10: images, PDF, audio, by their own signature)', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['gif', 'GIF89a\x01\0'],
    ['gif', 'GIF87a\x01\0'],
    ['pdf', '%PDF-1.7\n'],
    ['webm', '\x1a\x45\xdf\xa3\x01\0\0\0\x42\x82\x84webm…A_OPUS'],
    ['ogg', `OggS\0\x02${'\0'.repeat(22)}OpusHead`],
    ['ogg', `OggS\0\x02${'\0'.repeat(22)}\x01vorbis`],
    ['mp3', 'ID3\x04\0'],
    ['mp3', '\xff\xfb\x90\x64'],
    ['m4a', mp4('M4A ')],
    ['m4a', mp4('mp42', 'isomM4A ')],
    ['wav', 'RIFF\x24\0\0\0WAVEfmt '],
  ] as const)('knows %s', (name, head) => {
    expect(fileTypeOf(bytes(head))).toEqual({ ok: true, value: FILE_TYPES[name] })
  })

  it.each([
    ['attachment.empty', ''],
    ['attachment.typeNotAllowed', 'MZ\x90\0'],
    ['attachment.typeNotAllowed', '\x7fELF'],
    ['attachment.typeNotAllowed', '<html><script>alert(1)</script>'],
    ['attachment.typeNotAllowed', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['attachment.typeNotAllowed', 'PK\x03\x04'],
    ['attachment.typeNotAllowed', ' %PDF-1.7'],
    ['attachment.typeNotAllowed', '\xff\xfe<\0h\0'],
    ['attachment.typeNotAllowed', '\xff\xff\xff\xff'],
    ['attachment.heic', mp4('heic', 'mif1')],
    ['attachment.heic', mp4('mif1', 'heic')],
    ['attachment.video', mp4('isom', 'iso2avc1mp41')],
    ['attachment.video', '\x1a\x45\xdf\xa3\x01\0\0\0\x42\x82\x84webm…V_VP9…A_OPUS'],
    ['attachment.video', `OggS\0\x02${'\0'.repeat(22)}\x80theora`],
    ['attachment.video', 'RIFF\x24\0\0\0AVI LIST'],
  ])('refuses with %s', (key, head) => {
    expect(fileTypeOf(bytes(head))).toEqual({ ok: false, refusal: { key } })
  })

  it('takes any bytes, and gives a type only to those that begin as that type does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6000 }), (head) => {
        const found = fileTypeOf(head)
        const begins =
          /^(?:\xff\xd8\xff|\x89PNG|RIFF|GIF8|%PDF-|.E\xdf\xa3|OggS|ID3|\xff[\xe2-\xff]|.{4}ftyp)/s
        if (found.ok) expect(String.fromCharCode(...head.subarray(0, 8))).toMatch(begins)
      }),
    )
  })
})

describe('attachmentName', () => {
  it.each([
    ['漏水.jpg', 'jpeg', '漏水.jpg'],
    ['漏水.JPEG', 'jpeg', '漏水.JPEG'],
    ['账单.exe', 'png', '账单.exe.png'],
    ['C:\\Users\\前台\\照片.png', 'png', '照片.png'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['', 'wav', '.wav'],
    ['一\u202e二\n.png', 'png', '一二.png'],
  ] as const)('%j as %s is %j', (given, type, name) => {
    expect(attachmentName(given, FILE_TYPES[type])).toBe(name)
  })

  it('always ends as the type does, is never too long, and stays as it is the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom(...Object.values(FILE_TYPES)),
        (given, type) => {
          const name = attachmentName(given, type)
          expect(type.endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))).toBe(true)
          expect(Array.from(name).length).toBeLessThanOrEqual(ATTACHMENT_NAME_MAX)
          expect(name).not.toMatch(/[/\\\p{Cc}]/u)
          expect(attachmentName(name, type)).toBe(name)
        },
      ),
    )
  })
})
