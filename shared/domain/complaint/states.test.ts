import { describe, expect, it } from 'vitest'
import { may } from '../office/permissions'
import { allowedCommands, COMPLAINT_COMMANDS, type CommandRule, canBeReached, isOpen } from './states'
import { closed, handled, inProgress, intakeOf, judged, registered, voided } from './testing'
import { COMPLAINT_STATES } from './types'

const rules: [string, CommandRule][] = Object.entries(COMPLAINT_COMMANDS)

const AFTERWARDS = ['markPrinted', 'recordSignature', 'fileScan', 'attach', 'link', 'unlink']
const TOGETHER = ['addComplainant', 'removeComplainant', 'join']

describe('the state machine as data (domain 5)', () => {
  it('reaches every state, and 作废 from every open one', () => {
    const reached = new Set(rules.flatMap(([, rule]) => rule.to))
    for (const state of COMPLAINT_STATES) expect(reached).toContain(state)
    expect(COMPLAINT_COMMANDS.void.from).toEqual(COMPLAINT_STATES.filter((state) => isOpen({ state })))
  })

  it('lets nothing start in an ended state but paper, 附件, 关联 and taking back', () => {
    const fromEnded = rules.filter(([, { from }]) => from.includes('closed') || from.includes('void'))
    expect(fromEnded.map(([name]) => name)).toEqual(['undo', ...AFTERWARDS])
    for (const [name, rule] of fromEnded) if (name !== 'undo') expect(rule.to).toEqual(['stay'])
  })

  it('follows the table of roles (domain 1)', () => {
    const names = (role: 'clerk' | 'supervisor' | 'director' | 'viewer') =>
      rules.filter(([, rule]) => may(role, rule.permission)).map(([name]) => name)
    expect(names('viewer')).toEqual([])
    expect(names('supervisor')).toEqual(rules.map(([name]) => name))
    expect(names('director')).toEqual(rules.map(([name]) => name))
    const beyond = rules.map(([name]) => name).filter((name) => !names('clerk').includes(name))
    expect(beyond).toEqual(['judge', 'assign', 'giveUpVisit', 'verify', 'escalate', 'void'])
  })

  it('offers what state and role allow', () => {
    const offer = (record: Parameters<typeof allowedCommands>[0], role: 'clerk' | 'supervisor') =>
      allowedCommands(record, (permission) => may(role, permission))
    expect(offer(registered(), 'clerk')).toEqual(['amendIntake', ...TOGETHER, 'undo', ...AFTERWARDS])
    expect(offer(registered(), 'supervisor')).toContain('judge')
    expect(offer(judged(), 'supervisor')).toContain('assign')
    expect(offer(inProgress(), 'clerk')).toContain('complete')
    expect(offer(handled(), 'clerk')).toContain('recordReturnVisit')
    for (const ended of [closed(), voided()])
      expect(offer(ended, 'supervisor')).toEqual(['undo', ...AFTERWARDS])
  })
})

describe('whether anybody can be answered', () => {
  const nobody = { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' }

  it.each([
    [nobody, false],
    [{ ...nobody, phone: '13812345678' }, true],
    [{ ...nobody, unitCode: '5-2-301' }, true],
    [{ ...nobody, personId: 'p1' }, true],
    [{ ...nobody, anonymous: false, name: '张三', phone: '13812345678' }, true],
  ])('%j: %s', (complainant, reachable) => {
    expect(canBeReached({ intake: intakeOf({ complainant }) })).toBe(reachable)
  })
})
