import { describe, expect, it } from 'vitest'
import { makeNotifier, type Notice } from './notify'

const notice: Notice = { title: '回访到期', body: '客服-TS-2026-0001', route: '/complaints/a' }

function system(supported = true) {
  const shown: { notice: Notice; click: () => void; gone: () => void }[] = []
  return {
    shown,
    isSupported: () => supported,
    show: (one: Notice, click: () => void, gone: () => void) => shown.push({ notice: one, click, gone }),
  }
}

describe('notices of the system (domain 11)', () => {
  it('are shown, and open their record when clicked', () => {
    const notices = system()
    const opened: string[] = []
    const notify = makeNotifier(notices, (route) => opened.push(route))
    expect(notify(notice)).toBe(true)
    expect(notices.shown.map((one) => one.notice)).toEqual([notice])
    expect(opened).toEqual([])
    notices.shown[0]?.click()
    expect(opened).toEqual(['/complaints/a'])
  })

  it('are not shown where the system has none, and that is answered', () => {
    const notices = system(false)
    expect(makeNotifier(notices, () => undefined)(notice)).toBe(false)
    expect(notices.shown).toEqual([])
  })
})
