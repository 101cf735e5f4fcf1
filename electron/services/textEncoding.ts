/** What Chinese office software expects of a text file. */
export type TextEncoding = 'utf8-bom' | 'gb18030'

/**
 * Encodes a text: UTF-8 with a mark that makes Excel read it right, or GB18030 for older software
 * (it holds every character of Unicode). The tables are loaded only when needed.
 */
export async function encodeText(text: string, encoding: TextEncoding): Promise<Uint8Array> {
  if (encoding === 'utf8-bom') return Buffer.from(`\uFEFF${text.replace(/^\uFEFF/, '')}`, 'utf8')
  const { default: iconv } = await import('iconv-lite')
  return iconv.encode(text, 'gb18030')
}
