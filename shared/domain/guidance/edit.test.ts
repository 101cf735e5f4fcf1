import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../office/settings'
import { ROLES, type Role } from '../office/types'
import type { RuleContext } from '../register/types'
import { GUIDANCE_LIMITS, type GuidanceWords, hideGuidance, restoreGuidance, saveGuidance } from './edit'
import { isOwn, matterOf, mergeGuidance, shownGuidance } from './merge'
import { matterNamed } from './testing'
import type { GuidanceEdit } from './types'

const as = (role: Role): RuleContext => ({
  now: '2026-11-21T01:30:00.000Z',
  actor: { userId: 'u1', name: '吴芳', role },
  newId: () => 'new',
  settings: DEFAULT_SETTINGS,
})
const supervisor = as('supervisor')
const original = matterNamed('leak', ['漏水'], ['facilities'])
const { id: _id, ...words } = original
const fresh = { stored: undefined, rev: 0 }

function saved(change: Partial<GuidanceWords> = {}, stored?: GuidanceEdit): GuidanceEdit {
  const result = saveGuidance('leak', { ...words, ...change }, { stored, rev: stored?.rev ?? 0 }, supervisor)
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

describe('editing 处理指引 (domain 9: editable by the office)', () => {
  it.each(ROLES)('%s: only 客服主管 and 主任 change it (domain 1)', (role) => {
    const allowed = role === 'supervisor' || role === 'director'
    const answers = [
      saveGuidance('leak', words, fresh, as(role)),
      hideGuidance(original, true, fresh, as(role)),
      restoreGuidance(original, { stored: saved(), rev: 1 }, as(role)),
    ]
    for (const answer of answers) {
      if (allowed) expect(answer.ok).toBe(true)
      else expect(answer).toMatchObject({ refusal: { key: 'office.notAllowed' } })
    }
  })

  it.each<[string, Partial<GuidanceWords>, object]>([
    ['a title', { title: ' ' }, { key: 'guidance.titleRequired', field: 'title' }],
    ['a short title', { title: '长'.repeat(61) }, { key: 'guidance.tooLong', params: { max: 60 } }],
    ['a cause', { causes: [] }, { key: 'guidance.causeRequired', field: 'causes' }],
    ['a keyword', { keywords: [' '] }, { key: 'guidance.keywordsRequired', field: 'keywords' }],
    ['short keywords', { keywords: ['长'.repeat(21)] }, { key: 'guidance.tooLong', field: 'keywords' }],
    ['lines of a size', { say: ['长'.repeat(201)] }, { key: 'guidance.tooLong', field: 'say' }],
    [
      'not too many lines',
      { act: Array.from({ length: 21 }, (_, i) => `第${i}步`) },
      { key: 'guidance.tooMany', field: 'act', params: { most: GUIDANCE_LIMITS.lines } },
    ],
    [
      'something to say',
      { ask: [], say: [' '], act: [], record: [], avoid: [] },
      { key: 'guidance.nothingSaid', field: 'ask' },
    ],
    ['laws with their sense', { laws: [{ article: '《民法典》', sense: ' ' }] }, { key: 'guidance.lawForm' }],
  ])('asks for %s', (_what, change, refusal) => {
    expect(saveGuidance('leak', { ...words, ...change }, fresh, supervisor)).toMatchObject({ refusal })
  })

  it('keeps trimmed lines, without empty ones and doubled keywords', () => {
    const edit = saved({ title: ' 漏水 ', keywords: ['漏水 ', '', '漏水'], ask: [' 哪里？', ' '] })
    expect(edit).toMatchObject({ title: '漏水', keywords: ['漏水'], ask: ['哪里？'], updatedBy: '吴芳' })
  })

  it('refuses what stands on an older revision', () => {
    const stored = saved()
    const answer = saveGuidance('leak', words, { stored, rev: 0 }, supervisor)
    expect(answer).toMatchObject({ refusal: { key: 'record.changedElsewhere' } })
    expect(saved({ title: '又改' }, stored).rev).toBe(2)
  })

  it('adds a matter of the office’s own, which has no 原文', () => {
    const added = saveGuidance(null, words, fresh, supervisor)
    if (!added.ok) throw new Error(added.refusal.key)
    expect(isOwn(added.value)).toBe(true)
    expect(restoreGuidance(matterOf(added.value), { stored: added.value, rev: 1 }, supervisor)).toMatchObject(
      { refusal: { key: 'guidance.noOriginal' } },
    )
    expect(mergeGuidance([original], [added.value]).map(({ matter }) => matter.id)).toEqual([
      'own-new',
      'leak',
    ])
  })

  it('restores the catalogue’s words, those of a later release too', () => {
    expect(restoreGuidance(original, fresh, supervisor)).toMatchObject({
      refusal: { key: 'guidance.isOriginal' },
    })
    const stored = saved({ title: '本处写法' })
    expect(mergeGuidance([original], [stored])[0]).toMatchObject({
      changed: true,
      matter: { title: '本处写法' },
    })
    const restored = restoreGuidance(original, { stored, rev: 1 }, supervisor)
    if (!restored.ok) throw new Error(restored.refusal.key)
    const newer = { ...original, title: '新版原文' }
    expect(mergeGuidance([newer], [restored.value])[0]).toMatchObject({
      changed: false,
      matter: { title: '新版原文' },
    })
  })

  it('hides and shows without freezing the words, and keeps an edit hidden', () => {
    const hidden = hideGuidance(original, true, fresh, supervisor)
    if (!hidden.ok) throw new Error(hidden.refusal.key)
    const newer = { ...original, title: '新版原文' }
    const [entry] = mergeGuidance([newer], [hidden.value])
    expect(entry).toMatchObject({ hidden: true, changed: false, matter: { title: '新版原文' } })
    expect(shownGuidance(mergeGuidance([newer], [hidden.value]))).toEqual([])
    const edited = saved({ title: '仍隐藏' }, hidden.value)
    expect(edited).toMatchObject({ hidden: true, original: false })
    const shown = hideGuidance(matterOf(edited), false, { stored: edited, rev: 2 }, supervisor)
    expect(shown).toMatchObject({ value: { hidden: false, original: false, title: '仍隐藏' } })
  })

  it('never loses a matter of the catalogue or an edit, whatever was decided', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'own-d', 'own-e'), { minLength: 1 })
    fc.assert(
      fc.property(names, names, fc.boolean(), fc.boolean(), (listed, edited, hidden, wasOriginal) => {
        const catalogue = listed.filter((id) => !isOwn({ id })).map((id) => matterNamed(id, ['词'], ['fees']))
        const edits = edited.map((id) => ({
          ...saved(),
          ...matterNamed(id, ['词'], ['fees']),
          hidden,
          original: wasOriginal,
        }))
        const ids = mergeGuidance(catalogue, edits).map(({ matter }) => matter.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(ids)).toEqual(new Set([...catalogue.map(({ id }) => id), ...edited]))
      }),
    )
  })
})
