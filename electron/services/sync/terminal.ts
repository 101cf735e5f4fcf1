import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Questions at a terminal, or to a pipe that gives a line for each. */
export interface Terminal {
  /** The line that was typed; null at the end of the input. A secret is not shown. */
  ask(question: string, secret: boolean): Promise<string | null>
  close(): void
}

/** Opens a terminal on the input and output of a program. */
export function openTerminal(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
): Terminal {
  let isMuted = false
  const shown = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (!isMuted) output.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input, output: shown, terminal: input.isTTY === true })
  // The iterator keeps lines that come before they are asked for.
  const coming = lines[Symbol.asyncIterator]()
  return {
    async ask(question, secret) {
      output.write(question)
      isMuted = secret
      const { value, done } = await coming.next()
      isMuted = false
      if (secret) output.write('\n')
      return done ? null : String(value)
    },
    close: () => lines.close(),
  }
}
