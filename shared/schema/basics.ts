import { z } from 'zod'

/**
 * Validators of stored rows are about shape, not about house rules: the rules of a form may become
 * stricter later, and what was saved under the older ones must still be readable. The bound only stops
 * a damaged or hostile file from filling the memory.
 */
export const text = z.string().max(100_000)
export const id = z.string().min(1).max(100)

/** UTC with milliseconds, as `Instant` says. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)

/** `2026-11-21`, as `CivilDay` says. */
export const civilDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** SHA-256 in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const count = z.number().int().nonnegative()
