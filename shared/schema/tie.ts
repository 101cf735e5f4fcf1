import type { z } from 'zod'

/**
 * Ties a validator to the domain's type in both directions: a field added, dropped or widened on one side
 * only is a compile error here, not a record that cannot be read back later.
 */
export function tie<T>() {
  return <S extends z.ZodType<T>>(schema: S & (T extends z.output<S> ? unknown : never)): S => schema
}
