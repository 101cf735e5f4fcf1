import { describe, expect, it } from 'vitest'
import { INCIDENT_FIELDS } from '../../../shared/domain/incident/fields'
import { loadIncidentWords } from './catalogue'
import { vocabularyOf } from './vocabulary'

describe('the words of an incident’s history (domain 10)', () => {
  it('names the own fields of the type, and what was chosen in them', async () => {
    await loadIncidentWords('waterLeak')
    const { own } = vocabularyOf('waterLeak')
    expect(own?.label('details.valve')).toBe('关了哪个阀')
    expect(own?.value('details.pipe', 'supply')).toBe('给水')
    for (const { id } of INCIDENT_FIELDS.waterLeak) expect(own?.label(`details.${id}`)).toBeTruthy()
  })

  it('leaves all others to the locale', () => {
    const { own } = vocabularyOf('waterLeak')
    expect(own?.label('report.course')).toBeNull()
    expect(own?.label('details.rollPresent')).toBeNull()
    expect(own?.value('report.kind', 'fire')).toBeNull()
  })
})
