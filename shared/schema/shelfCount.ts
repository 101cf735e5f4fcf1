import { z } from 'zod'
import { type ShelfCount, TICK_WAYS } from '../domain/shelfCount/types'
import { count, id, instant, text } from './basics'
import { tie } from './tie'

const line = z.strictObject({
  itemId: id,
  number: text,
  name: text,
  quantity: count,
  storedAt: text,
  tick: z.strictObject({ way: z.enum(TICK_WAYS), at: instant, by: text }).nullable(),
  left: z.boolean(),
})

export const shelfCountSchema = tie<ShelfCount>()(
  z.strictObject({
    id,
    rev: count,
    startedAt: instant,
    startedBy: text,
    lines: z.array(line),
    strays: z.array(z.strictObject({ itemId: id, number: text, name: text, at: instant, by: text })),
    words: text,
    finishedAt: instant.nullable(),
    finishedBy: text,
    updatedAt: instant,
  }),
)
