import { execFile } from 'node:child_process'

/** What a program said. `code` null: it could not be started (`missing`) or was ended for taking too long. */
export interface RunOutcome {
  code: number | null
  missing: boolean
  stdout: string
  stderr: string
}

/** Runs a program without a shell, feeding `input` to it. Never throws. */
export type Runner = (command: string, args: readonly string[], input?: Uint8Array) => Promise<RunOutcome>

const TIME_LIMIT_MS = 30_000

/** The real runner. Programs answer in English and UTF-8 whatever the desk's language is. */
export function makeRunner(env: NodeJS.ProcessEnv): Runner {
  const plain = { ...env, LC_ALL: 'C.UTF-8', LANGUAGE: '' }
  return (command, args, input) =>
    new Promise((resolve) => {
      const options = { env: plain, timeout: TIME_LIMIT_MS, maxBuffer: 4 * 1024 * 1024, windowsHide: true }
      const child = execFile(command, [...args], options, (error, stdout, stderr) => {
        const code: unknown = error ? error.code : 0
        resolve({
          code: typeof code === 'number' ? code : null,
          missing: code === 'ENOENT',
          stdout,
          stderr,
        })
      })
      // A program that refuses at once closes its input: that error says nothing that its exit does not.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
}
