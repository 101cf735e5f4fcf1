import type { Result } from '../../../shared/util/result'

/** What the bench asks of its desk, by name. */
export type Calls = Record<string, (input: unknown) => Promise<unknown>>

interface Call {
  id: number
  name: string
  input: unknown
}

/** Answers calls from the process that started this one, one message each; says `ready` first. */
export function answerCalls(calls: Calls): void {
  const send = (message: object): void => void process.send?.(message)
  process.on('message', ({ id, name, input }: Call) => {
    const call = calls[name]
    if (!call) return send({ id, error: `no call ${name}` })
    call(input).then(
      (value) => send({ id, value: value ?? null }),
      (error: unknown) => send({ id, error: error instanceof Error ? error.message : String(error) }),
    )
  })
  // Nobody is left to ask: a bench that was stopped leaves no desk behind.
  process.on('disconnect', () => process.exit(0))
  send({ id: 0, value: 'ready' })
}

/** The accepted value; a refusal is a fault of the bench. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key}`)
  return result.value
}
