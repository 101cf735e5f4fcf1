import { expect, it } from 'vitest'
import { contextAt } from '../domain/complaint/testing'
import { printed } from '../domain/register/paper'
import { signedOnScreen } from '../domain/register/screenSignature'
import { printStateSchema } from './register'

const ctx = contextAt('2026-11-20T02:00:00.000Z', 'clerk')
const drawing = { width: 1000, height: 300, strokes: [[0, 0, 500, 300, 1000, 0]] }

function signed() {
  const input = { digest: 'a', role: '投诉人', by: '王建国', pointer: 'pen' as const, drawing }
  const result = signedOnScreen(undefined, input, ctx)
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

it('keeps prints with a signature on the screen, and those of releases that knew none', () => {
  expect(printStateSchema.parse(signed())).toEqual(signed())
  const paper = printed(undefined, { digest: 'a', way: 'printer', copies: 1 }, ctx)
  expect(printStateSchema.parse(paper)).toEqual(paper)
})

it.each([
  { width: 0 },
  { height: 1001 },
  { strokes: [] },
  { strokes: [[0]] },
  { strokes: [[0, 301]] },
  { strokes: [[0, 0.5]] },
  { more: true },
])('keeps no drawing with %j', (wrong) => {
  const [one] = signed().drawn ?? []
  const drawn = [{ ...one, drawing: { ...drawing, ...wrong } }]
  expect(printStateSchema.safeParse({ ...signed(), drawn }).success).toBe(false)
})
