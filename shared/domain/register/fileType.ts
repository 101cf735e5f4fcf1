import { accept, type Result, refuse } from '../../util/result'
import { ATTACHMENT_NAME_MAX, type AttachmentKind } from './attachment'

/** What bytes are, by their own signature. */
export interface FileType {
  kind: AttachmentKind
  mime: string
  /** The endings that such files have; the first is given to one without any of them. */
  endings: readonly string[]
}

/** How many bytes from the beginning `fileTypeOf` wants to see. */
export const SIGNATURE_BYTES = 4096

/** Every type that is kept (domain 10): nothing that a browser would run, nothing it cannot show. */
export const FILE_TYPES = {
  jpeg: { kind: 'image', mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { kind: 'image', mime: 'image/png', endings: ['png'] },
  webp: { kind: 'image', mime: 'image/webp', endings: ['webp'] },
  gif: { kind: 'image', mime: 'image/gif', endings: ['gif'] },
  pdf: { kind: 'pdf', mime: 'application/pdf', endings: ['pdf'] },
  webm: { kind: 'audio', mime: 'audio/webm', endings: ['webm', 'weba'] },
  ogg: { kind: 'audio', mime: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] },
  mp3: { kind: 'audio', mime: 'audio/mpeg', endings: ['mp3'] },
  m4a: { kind: 'audio', mime: 'audio/mp4', endings: ['m4a'] },
  wav: { kind: 'audio', mime: 'audio/wav', endings: ['wav'] },
} as const satisfies Record<string, FileType>

/** Every ending of a kept type, for the system's file chooser. */
export const FILE_ENDINGS: readonly string[] = Object.values(FILE_TYPES).flatMap(({ endings }) => endings)

/**
 * What a file is, decided by its first bytes and never by its name. Refusals: attachment.empty,
 * attachment.heic (photographs of some phones), attachment.video, attachment.typeNotAllowed.
 * @param head the first `SIGNATURE_BYTES` bytes, or all where there are fewer.
 */
export function fileTypeOf(head: Uint8Array): Result<FileType> {
  if (head.length === 0) return refuse('attachment.empty')
  const text = latin1(head)
  const known = pictureOrPdf(text) ?? audio(head, text)
  if (known) return accept(known)
  if (isHeic(text)) return refuse('attachment.heic')
  return refuse(isVideo(text) ? 'attachment.video' : 'attachment.typeNotAllowed')
}

/** The name a file is kept under: no folders, no control characters, with an ending that says what it is. */
export function attachmentName(given: string, { endings }: FileType): string {
  const plain = (given.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim()
  const ending = endings.find((one) => plain.toLowerCase().endsWith(`.${one}`))
  const stem = Array.from(ending ? plain.slice(0, -ending.length - 1) : plain)
  const tail = ending ? plain.slice(-ending.length - 1) : `.${endings[0]}`
  return stem.slice(0, ATTACHMENT_NAME_MAX - tail.length).join('') + tail
}

function pictureOrPdf(text: string): FileType | null {
  if (text.startsWith('\xff\xd8\xff')) return FILE_TYPES.jpeg
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return FILE_TYPES.png
  if (isRiff(text, 'WEBP')) return FILE_TYPES.webp
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return FILE_TYPES.gif
  return text.startsWith('%PDF-') ? FILE_TYPES.pdf : null
}

function audio(head: Uint8Array, text: string): FileType | null {
  if (isWebm(text)) return /V_(?:VP8|VP9|AV1|MPEG)/.test(text) ? null : FILE_TYPES.webm
  if (text.startsWith('OggS')) {
    const codecs = ['OpusHead', '\x01vorbis', 'Speex   ', '\x7fFLAC']
    return codecs.some((codec) => text.slice(0, 512).includes(codec)) ? FILE_TYPES.ogg : null
  }
  if (isRiff(text, 'WAVE')) return FILE_TYPES.wav
  if (isMp4(text) && brands(text).includes('M4A ')) return FILE_TYPES.m4a
  return text.startsWith('ID3') || isMpegFrame(head) ? FILE_TYPES.mp3 : null
}

function isRiff(text: string, form: string): boolean {
  return text.startsWith('RIFF') && text.slice(8, 12) === form
}

function isWebm(text: string): boolean {
  return text.startsWith('\x1a\x45\xdf\xa3') && text.slice(0, 64).includes('webm')
}

function isMp4(text: string): boolean {
  return text.slice(4, 8) === 'ftyp'
}

/** The brands of an MP4 file: the major one, then those it is compatible with. */
function brands(text: string): string[] {
  const list = text.slice(8, 12) + text.slice(16, Math.min(lengthOf(text), 64))
  return list.match(/[\s\S]{4}/g) ?? []
}

function lengthOf(text: string): number {
  return (text.charCodeAt(2) << 8) | text.charCodeAt(3)
}

/** A frame header of MPEG layer III: eleven bits set, and no value that the format forbids. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const sync = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08
  return sync && third >> 4 !== 0x0f && third >> 4 !== 0 && (third & 0x0c) !== 0x0c
}

function isHeic(text: string): boolean {
  return isMp4(text) && brands(text).some((brand) => /^(?:hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand))
}

function isVideo(text: string): boolean {
  return isMp4(text) || isWebm(text) || text.startsWith('OggS') || isRiff(text, 'AVI ')
}

/** Bytes as text of one letter each, so that signatures can be read as they are written down. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, SIGNATURE_BYTES))
}
