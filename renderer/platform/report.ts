import { desk } from './desk'

/** Logs a failure by code and kind of error only: messages may hold residents' data. */
export function report(code: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error
  void desk.invoke('log.write', {
    level: 'error',
    code: `${code}:${kind.replaceAll(/[^\w.-]/g, '')}`,
    ids: [],
  })
}

/** Logs what nobody caught. */
export function reportUncaught(): void {
  window.addEventListener('error', (event) => report('uncaught', event.error))
  window.addEventListener('unhandledrejection', (event) => report('unhandled', event.reason))
}
