import { describe, expect, it } from 'vitest'
import * as commands from '../../../../shared/domain/lostItem/commands'
import {
  accepted,
  contextAt,
  expiredAt,
  LATER,
  noticed,
  OPINION,
  stated,
  stored,
} from '../../../../shared/domain/lostItem/testing'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { isBlocked } from '../../../register/record/offers'
import { type ItemStep, itemOffers, nextItemStep } from './actions'

const expired = () => expiredAt(LATER, noticed())
const decided = (outcome: 'handOver' | 'dispose') =>
  accepted(commands.decide(expired(), { ...OPINION, outcome }, contextAt(LATER, 'director')))

describe('what comes next with a found item (domain 6)', () => {
  it.each<[string, () => LostItem, ItemStep | null]>([
    ['a blank sheet', () => ({ ...stored(), state: 'reserved' }), 'fillIn'],
    ['in store', stored, 'publish'],
    ['announced', noticed, 'stateClaim'],
    ['somebody has stated features', () => stated({}, noticed()), 'claim'],
    ['an identity paper', () => stored({ category: 'document' }), 'handOver'],
    ['expired', expired, 'decide'],
    ['to be handed over', () => decided('handOver'), 'handOver'],
    ['to be disposed of', () => decided('dispose'), 'dispose'],
    ['gone', () => ({ ...stored(), state: 'claimed' }), null],
    ['void', () => ({ ...stored(), state: 'void' }), null],
  ])('%s', (_, make, step) => {
    expect(nextItemStep(make())).toBe(step)
  })

  it('says what is missing before a step, instead of hiding it', () => {
    const offer = (record: LostItem, step: ItemStep) =>
      itemOffers(record, 'director').find((one) => one.step === step)
    expect(offer(stored(), 'claim')?.needs).toEqual(['statement'])
    expect(offer(stated(), 'claim')?.needs).toEqual([])
    expect(offer(expired(), 'dispose')?.needs).toEqual(['decision'])
    expect(offer(expired(), 'handOver')?.needs).toEqual(['decision'])
    expect(offer(decided('dispose'), 'dispose')?.needs).toEqual([])
    // Decided the other way it is not offered as if an opinion were missing.
    expect(offer(decided('dispose'), 'handOver')).toBeUndefined()
    expect(offer(decided('handOver'), 'dispose')).toBeUndefined()
    expect(offer(stored(), 'handOver')?.needs).toEqual([])
    expect(offer(noticed(), 'publish')?.again).toBe(true)
  })

  it('names who decides where the role may not', () => {
    const offer = itemOffers(expired(), 'clerk').find(({ step }) => step === 'decide')
    expect(offer?.needsRoles).toEqual(['director'])
    expect(offer && isBlocked(offer)).toBe(true)
  })
})
