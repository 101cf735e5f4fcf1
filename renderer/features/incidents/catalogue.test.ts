import { describe, expect, it } from 'vitest'
import { CHECKLISTS } from '../../../shared/domain/incident/checklists'
import { INCIDENT_FIELDS } from '../../../shared/domain/incident/fields'
import { INCIDENT_KINDS } from '../../../shared/domain/incident/kinds'
import { INCIDENT_KIND_WORDS } from '../../../shared/domain/incident/kindWords'
import chinese from '../../../resources/locales/zh-CN/incidents.json'
import { loadIncidentWords, shownDetails, wordIn } from './catalogue'

const files = Object.keys(import.meta.glob('../../../resources/catalogues/incidents/*.json'))

describe('the catalogue of incidents (domain 7)', () => {
  it('has one file a type, and calls the types as the specification does', () => {
    expect(files.map((path) => /(\w+)\.json$/.exec(path)?.[1]).sort()).toEqual([...INCIDENT_KINDS].sort())
    expect(chinese.kind).toEqual(INCIDENT_KIND_WORDS)
  })

  it.each(INCIDENT_KINDS)('words every step and every field of %s in both languages', async (kind) => {
    const words = await loadIncidentWords(kind)
    expect(words.kind).toBe(kind)
    expect(words.steps.map(({ id }) => id)).toEqual(CHECKLISTS[kind])
    expect(words.fields.map(({ id }) => id)).toEqual(INCIDENT_FIELDS[kind].map(({ id }) => id))
    for (const field of INCIDENT_FIELDS[kind]) {
      const options = words.fields.find(({ id }) => id === field.id)?.options
      expect([field.id, options?.map(({ id }) => id)]).toEqual([field.id, field.options])
    }
    const all = [...words.steps, ...words.fields, ...words.fields.flatMap(({ options = [] }) => options)]
    for (const one of all) {
      expect(wordIn(one, 'zh-CN')).toMatch(/\p{Script=Han}/u)
      expect(wordIn(one, 'en')).toMatch(/^\p{ASCII}+$/u)
    }
    const labels = words.fields.map(({ zh }) => zh)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('says what a field holds', async () => {
    const words = await loadIncidentWords('powerCut')
    const details = { extent: 'area', explained: true, expectedAt: '2026-11-21T04:00:00.000Z' }
    const report = { kind: 'powerCut' } as Parameters<typeof shownDetails>[0]['report']
    const shown = shownDetails({ report, details }, words, { yes: '是', no: '否', yuan: '元' }, 'zh-CN')
    const said = Object.fromEntries(shown.map(({ label, value }) => [label, value]))
    expect(said).toMatchObject({
      范围: '整个片区',
      已向住户解释: '是',
      预计恢复时间: '2026-11-21 12:00',
      值班工程师: '',
    })
  })
})
