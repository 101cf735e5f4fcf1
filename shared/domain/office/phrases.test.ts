import { describe, expect, it } from 'vitest'
import { contextAt, REGISTERED_AT } from '../complaint/testing'
import { PHRASE_MAX_LENGTH, removePhrase, savePhrase } from './phrases'

const clerk = contextAt(REGISTERED_AT, 'clerk')
const FIELD = 'complaint.answer.content'

function saved(text = '已安排维修班今天上门') {
  const made = savePhrase({ field: FIELD, text: ` ${text}\n` }, [], clerk)
  if (!made.ok) throw new Error(made.refusal.key)
  return made.value
}

describe('常用语 (ui, "Record")', () => {
  it('is kept for its field without stray spaces', () => {
    expect(saved()).toMatchObject({
      field: FIELD,
      text: '已安排维修班今天上门',
      createdBy: '小林',
      voided: null,
    })
  })

  it.each([
    ['  ', 'phrase.required'],
    ['长'.repeat(PHRASE_MAX_LENGTH + 1), 'phrase.tooLong'],
    ['已安排维修班今天上门 ', 'phrase.exists'],
  ])('%s: %s', (text, key) => {
    expect(savePhrase({ field: FIELD, text }, [saved()], clerk)).toMatchObject({ refusal: { key } })
  })

  it('may be saved again once it was removed', () => {
    const removed = removePhrase(saved(), clerk)
    if (!removed.ok) throw new Error(removed.refusal.key)
    expect(savePhrase({ field: FIELD, text: removed.value.text }, [removed.value], clerk).ok).toBe(true)
  })

  it('is removed by whoever saved it or a supervisor, and saved by nobody who only reads', () => {
    const other = { ...clerk, actor: { ...clerk.actor, name: '小王' } }
    expect(removePhrase(saved(), other)).toMatchObject({ refusal: { key: 'phrase.notYours' } })
    expect(removePhrase(saved(), contextAt(REGISTERED_AT, 'supervisor')).ok).toBe(true)
    const viewer = contextAt(REGISTERED_AT, 'viewer')
    expect(savePhrase({ field: FIELD, text: '好' }, [], viewer)).toMatchObject({
      refusal: { key: 'office.notAllowed' },
    })
  })
})
