/** Devices of Windows, with whatever ending; blanks before it are not seen there. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i
const MOST_BYTES = 180

/**
 * A name that every file system takes: no folders, no control characters, none of Windows' reserved names,
 * short enough in UTF-8, ending kept. An empty one becomes `file`.
 */
export function safeFileName(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]/gu, '_')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 8 ? plain.slice(dot) : ''
  const letters = Array.from(plain.slice(0, plain.length - ending.length))
  while (Buffer.byteLength(letters.join('')) > MOST_BYTES) letters.pop()
  // What was cut may end in what no name may end in.
  const whole = (letters.join('') + ending).replace(/[.\s]+$/, '')
  return RESERVED.test(whole) ? `_${whole}` : whole || 'file'
}
