/**
 * Plain messages of the project's commands: one voice, no stack traces for what a person can mend.
 */

/** A failure whose message is all a person needs; printed without a stack. */
export class PlainError extends Error {}

/** @param {string} text One sentence for the person at the terminal. */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

/**
 * Shows how far a long download is. On a terminal the line is rewritten; in a log a line comes
 * only every ten per cent, so that a CI log stays readable.
 * @param {string} what
 * @param {number} totalBytes
 * @returns {{ update(bytes: number): void, done(): void }}
 */
export function progress(what, totalBytes) {
  const terminal = process.stdout.isTTY === true
  let shown = -1
  const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e6)
  return {
    update(bytes) {
      const share = Math.min(99, Math.floor((bytes / totalBytes) * 100))
      if (share === shown || (!terminal && share < shown + 10)) return
      shown = share
      const line = `  ${what}: ${megabytes(bytes)} of ${megabytes(totalBytes)} MB (${share} %)`
      process.stdout.write(terminal ? `\r${line}` : `${line}\n`)
    },
    done() {
      if (terminal && shown >= 0) process.stdout.write('\n')
    },
  }
}

/**
 * Runs a command's main function; a PlainError ends it with its sentence and exit code 1.
 * @param {() => Promise<number>} main Resolves to the exit code.
 */
export async function command(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof PlainError)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
