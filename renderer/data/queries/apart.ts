import { SealKeyMissing } from '../core/seal'

/** What is read; null where a row of it is damaged. Throws what concerns every row. */
export async function apart<T>(read: () => PromiseLike<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (concernsAll(error)) throw error
    return null
  }
}

/** A key that is missing, or a database that was closed: no row can be read, and none of them is damaged. */
function concernsAll(error: unknown): boolean {
  return error instanceof SealKeyMissing || (error instanceof Error && error.name === 'DatabaseClosedError')
}
