import { desk } from '../../../renderer/platform/desk'
import { check } from './check'
import { mend, migrate, open, setUp, unlock } from './office'
import { step } from './steps'
import { type, typedAt } from './typing'

/*
 * The page of a desk that is tortured: the app's own data layer, asked for one thing at a time by the runner, which
 * writes down what was answered before it asks for the next.
 */

type Operation = (input: never) => Promise<unknown>

const operations: Record<string, Operation> = {
  open,
  setUp,
  unlock,
  mend,
  migrate,
  step,
  check,
  type,
  typedAt,
}

/** Errors travel as text: of what a page throws, main learns nothing else. */
async function torture(request: {
  name: string
  input: never
}): Promise<{ value: unknown } | { error: string }> {
  try {
    const operation = operations[request.name]
    if (!operation) throw new Error(`no operation ${request.name}`)
    return { value: (await operation(request.input)) ?? null }
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

Object.assign(globalThis, { torture })
void desk.invoke('app.ready', { screen: 'torture' })
