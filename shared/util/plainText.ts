// What turns the text around it, and what no keyboard types: line ends and tabs are texts' own.
const HARMFUL = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}/gu

/**
 * The text without control characters and without those that change the direction of what stands after them: pasted
 * into a name they would show 三张 for 张三 on a screen, and hide the ending of a file.
 */
export function plainText(text: string): string {
  return text.replace(HARMFUL, '')
}

/**
 * A command's input with every text in it made plain. What is no plain object or list (bytes, dates) stays as it is,
 * and so does `before`: it repeats what is stored already, to the letter.
 */
export function withPlainTexts<T>(input: T): T {
  return plain(input) as T
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'before' ? (inner as unknown) : plain(inner)]),
  )
}
