import { expect, it } from 'vitest'
import { diagnosticsName } from './trouble'

it("a diagnostics file is named by the estate's day and minute, whatever the machine's zone", () => {
  expect(diagnosticsName(new Date('2026-11-22T17:05:59.000Z'))).toBe('物业前台诊断-20261123-0105.json')
})
