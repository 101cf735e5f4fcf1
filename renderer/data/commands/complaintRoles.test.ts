import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { COMPLAINT_COMMANDS, type CommandRule } from '../../../shared/domain/complaint/states'
import { ROLES, type Role } from '../../../shared/domain/office/types'
import type { CommandSpec } from '../core/commandRunner'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { judgeCommand, registerComplaintCommand, voidComplaintCommand } from './complaints'

const modules = import.meta.glob<Record<string, unknown>>(['./complaint*.ts', '!./*.test.ts'], {
  eager: true,
})
const isSpec = (value: unknown): value is CommandSpec<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'permission' in value && 'run' in value
const specs = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(isSpec)
  .filter(({ name }) => name.startsWith('complaint.'))

/** Domain 1 in other words than the table's own: what takes 客服主管 or 主任. */
const JUDGES_ONLY = ['judge', 'assign', 'escalate', 'giveUpVisit', 'verify', 'void'].map(
  (name) => `complaint.${name}`,
)

function mayRun(role: Role, command: string): boolean {
  if (role === 'viewer') return false
  return role !== 'clerk' || !JUDGES_ONLY.includes(command)
}

describe('who may do what, where the data is written (domain 1)', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openTestOffice()
  })

  it('finds the commands of the register', () => {
    expect(specs.length).toBeGreaterThan(18)
    for (const name of JUDGES_ONLY) expect(specs.map((spec) => spec.name)).toContain(name)
  })

  const cases = specs.flatMap((spec) => ROLES.map((role) => [spec.name, role, spec] as const))
  it.each(cases)('%s by %s', async (name, role, spec) => {
    await office.signInAs(role)
    // The role is asked before anything else looks at the input.
    const bare = { ...spec, input: z.unknown(), run: async () => ({ ok: true as const, value: null }) }
    const answer = await office.runner.run(bare, {})
    expect(answer.ok ? 'allowed' : answer.refusal.key).toBe(
      mayRun(role, name) ? 'allowed' : 'role.notAllowed',
    )
  })

  it('asks the same permission as the rule itself', () => {
    for (const { name, permission } of specs) {
      const rules: Partial<Record<string, CommandRule>> = COMPLAINT_COMMANDS
      const rule = rules[name.replace('complaint.', '')]
      if (rule) expect([name, permission]).toEqual([name, rule.permission])
    }
  })

  it('leaves the record as it was when a clerk tries', async () => {
    await office.signInAs('clerk')
    const made = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('门禁'),
      receivedBy: '',
    })
    if (!made.ok) throw new Error(made.refusal.key)
    const { id, rev } = made.value.value
    const before = await office.db.of('complaints').get(id)
    const judgement = { nature: 'valid', severity: 'minor', cause: 'fees' } as const
    expect((await office.runner.run(judgeCommand, { id, rev, ...judgement })).ok).toBe(false)
    expect((await office.runner.run(voidComplaintCommand, { id, rev, reason: '登记两次' })).ok).toBe(false)
    expect(await office.db.of('complaints').get(id)).toEqual(before)
  })
})
