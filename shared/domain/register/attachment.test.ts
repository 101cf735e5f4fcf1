import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { DEFAULT_SETTINGS } from '../office/settings'
import type { Role } from '../office/types'
import {
  type AddInput,
  type Attachment,
  addAttachment,
  attachmentMaxBytes,
  renameAttachment,
  type StoredFile,
  voidAttachment,
} from './attachment'
import type { RuleContext } from './types'

const MORNING = instantOf('2026-11-21', '09:00')
const NIGHT = instantOf('2026-11-21', '23:59')
const NEXT_DAY = instantOf('2026-11-22', '00:00')

function ctx(role: Role = 'clerk', now = MORNING, userId: string = role): RuleContext {
  const actor = { userId, name: `用户${role}`, role }
  return { now, actor, newId: () => 'a1', settings: DEFAULT_SETTINGS }
}

const file: StoredFile = {
  sha256: 'a'.repeat(64),
  size: 1000,
  kind: 'image',
  mime: 'image/png',
  name: ' 漏水.png ',
}
const input = (change: Partial<AddInput> = {}): AddInput => ({
  table: 'complaints',
  recordId: 'c1',
  file,
  sheet: null,
  before: [],
  maxBytes: 1000,
  ...change,
})

function added(change: Partial<AddInput> = {}): Attachment {
  const made = addAttachment(input(change), ctx())
  if (!made.ok) throw new Error(made.refusal.key)
  return made.value
}

describe('addAttachment (domain 10)', () => {
  it('says whose it is, who added it and when', () => {
    expect(added()).toEqual({
      ...file,
      name: '漏水.png',
      id: 'a1',
      table: 'complaints',
      recordId: 'c1',
      addedAt: MORNING,
      addedBy: '用户clerk',
      addedUserId: 'clerk',
      sheet: null,
      voided: null,
    })
  })

  it.each([
    ['office.notAllowed', {}, 'viewer'],
    ['attachment.nameRequired', { file: { ...file, name: ' ' } }, 'clerk'],
    ['attachment.nameTooLong', { file: { ...file, name: '长'.repeat(121) } }, 'clerk'],
    ['attachment.tooBig', { file: { ...file, size: 1001 } }, 'clerk'],
    ['attachment.alreadyThere', { before: [added()] }, 'clerk'],
  ] as const)('refuses with %s', (key, change, role) => {
    const made = addAttachment(input(change as Partial<AddInput>), ctx(role))
    expect(made).toMatchObject({ ok: false, refusal: { key } })
  })

  it('takes the same bytes again after the first were voided, and as the scan of a sheet', () => {
    const before = [{ ...added(), voided: { reason: '错', at: MORNING, by: '甲' } }]
    expect(addAttachment(input({ before }), ctx()).ok).toBe(true)
    const sheet = { form: 'complaintVisit', version: 2 }
    expect(addAttachment(input({ before: [added()], sheet }), ctx()).ok).toBe(true)
    const scans = [added({ sheet })]
    expect(addAttachment(input({ before: scans, sheet: { ...sheet } }), ctx()).ok).toBe(false)
    expect(addAttachment(input({ before: scans, sheet: { ...sheet, version: 3 } }), ctx()).ok).toBe(true)
  })
})

it('counts a setting of 20 MB as file managers do, and never more than main takes', () => {
  expect(attachmentMaxBytes({ attachmentMaxMegabytes: 20 })).toBe(20_971_520)
  expect(attachmentMaxBytes({ attachmentMaxMegabytes: 5000 })).toBe(209_715_200)
})

it('renames what is not void', () => {
  expect(renameAttachment(added(), { name: ' 天花板.png ' }, ctx())).toMatchObject({
    value: { name: '天花板.png' },
  })
  const key = (attachment: Attachment, name: string, role: Role = 'clerk') => {
    const answer = renameAttachment(attachment, { name }, ctx(role))
    return answer.ok ? 'ok' : answer.refusal.key
  }
  const voided = { ...added(), voided: { reason: '错', at: MORNING, by: '甲' } }
  expect(key(voided, '新')).toBe('attachment.isVoid')
  expect(key(added(), '')).toBe('attachment.nameRequired')
  expect(key(added(), '新', 'viewer')).toBe('office.notAllowed')
})

describe('voidAttachment (domain 1, 10)', () => {
  it.each([
    ['supervisor', NEXT_DAY, 'supervisor', true],
    ['director', NEXT_DAY, 'director', true],
    ['clerk', NIGHT, 'clerk', true],
    ['clerk', NEXT_DAY, 'clerk', false],
    ['clerk', MORNING, 'another', false],
    ['viewer', MORNING, 'clerk', false],
  ] as const)('%s at %s as %s: %s', (role, now, userId, allowed) => {
    const answer = voidAttachment(added(), { reason: ' 拍错了 ' }, ctx(role, now, userId))
    expect(answer).toEqual(
      allowed
        ? { ok: true, value: { ...added(), voided: { reason: '拍错了', at: now, by: `用户${role}` } } }
        : { ok: false, refusal: { key: 'attachment.voidNotAllowed' } },
    )
  })

  it('asks for a reason, and only once', () => {
    const key = (attachment: Attachment, reason: string) => {
      const answer = voidAttachment(attachment, { reason }, ctx('supervisor'))
      return answer.ok ? 'ok' : answer.refusal.key
    }
    expect(key(added(), ' ')).toBe('attachment.reasonRequired')
    expect(key({ ...added(), voided: { reason: '错', at: MORNING, by: '甲' } }, '再')).toBe(
      'attachment.isVoid',
    )
  })
})
