import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { contextAt } from '../register/testing'
import * as commands from './commands'
import { listFacets, sortKey } from './facets'
import { accepted, opened, refused, reportIntakeOf } from './testing'
import type { LostReportIntake } from './types'

const AT = instantOf('2026-03-10', '12:00')
const given = { number: '客服-XW-2026-0002', year: 2026, seq: 2 }
const clerk = contextAt(AT, 'clerk')

describe('寻物登记 (domain 6)', () => {
  it.each<[string, Partial<LostReportIntake>]>([
    ['person.nameRequired owner.name', { owner: { ...reportIntakeOf().owner, name: '' } }],
    ['person.contactRequired owner.phone', { owner: { ...reportIntakeOf().owner, phone: '', unitCode: '' } }],
    ['person.phoneInvalid owner.phone', { owner: { ...reportIntakeOf().owner, phone: '1' } }],
    ['lostReport.itemRequired item', { item: ' ' }],
    ['time.inFuture lostFrom', { lostFrom: instantOf('2026-03-11') }],
    ['time.inFuture lostUntil', { lostUntil: instantOf('2026-03-11') }],
    ['lostReport.windowReversed lostUntil', { lostFrom: AT, lostUntil: instantOf('2026-03-10', '11:00') }],
  ])('refuses with %s', (key, change) => {
    const intake = reportIntakeOf(change)
    expect(refused(commands.register({ given, intake, receivedBy: '' }, clerk))).toBe(key)
  })

  it('keeps 登记时间 when it is corrected', () => {
    const moved = { intake: reportIntakeOf({ registeredAt: AT }) }
    expect(refused(commands.amendIntake(opened(), moved, clerk))).toBe(
      'lostReport.registeredAtFixed registeredAt',
    )
    const longer = { intake: reportIntakeOf({ item: '钱包' }) }
    expect(accepted(commands.amendIntake(opened(), longer, clerk)).intake.item).toBe('钱包')
  })

  it('ends with the item that was given back, by the owner, or given up, each time with a word', () => {
    const item = { id: 'i1', number: '客服-SW-2026-0001' }
    const found = accepted(commands.markFound(opened(), { item, words: '', at: AT }, clerk))
    expect(found).toMatchObject({ state: 'found', ending: { itemId: 'i1', by: '小林' } })
    const elsewhere = commands.markFound(opened(), { item: null, words: ' ', at: AT }, clerk)
    expect(refused(elsewhere)).toBe('lostReport.endingWordsRequired words')
    expect(refused(commands.close(opened(), { words: '', at: AT }, clerk))).toBe(
      'lostReport.endingWordsRequired words',
    )
    const closed = accepted(commands.close(opened(), { words: '失主放弃', at: AT }, clerk))
    expect(refused(commands.close(closed, { words: 'x', at: AT }, clerk))).toBe('lostReport.isClosed')
    expect(accepted(commands.lostReportRules.undo(closed, opened(), clerk))).toMatchObject({
      state: 'open',
      ending: null,
    })
    expect(listFacets(closed)).toContain('ended')
    expect(sortKey(opened()) < sortKey(closed)).toBe(true)
  })
})
