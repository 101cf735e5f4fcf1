import { describe, expect, it } from 'vitest'
import { describeChanges, type TimelineWords } from './timelineWords'

const words: TimelineWords = {
  label: (path) => (path === 'unknown' ? null : `<${path}>`),
  value: (path, value) => (path === 'judgement.severity' ? `w:${value}` : null),
  yes: '是',
  no: '否',
}

describe('describeChanges', () => {
  it('tells a part that came whole field by field, without who and when', () => {
    const judgement = {
      nature: 'valid',
      severity: 'major',
      judgedAt: '2026-11-21T01:30:00.000Z',
      judgedBy: '甲',
    }
    expect(describeChanges([{ path: 'judgement', before: null, after: judgement }], words)).toEqual([
      { label: '<judgement.nature>', before: '', after: 'valid' },
      { label: '<judgement.severity>', before: '', after: 'w:major' },
    ])
  })

  it('names an item of a list without its place, and an instant in estate time', () => {
    const answer = { answeredAt: '2026-11-21T01:30:00.000Z', content: '已修好' }
    expect(describeChanges([{ path: 'answers.0', before: null, after: answer }], words)).toEqual([
      { label: '<answers.answeredAt>', before: '', after: '2026-11-21 09:30' },
      { label: '<answers.content>', before: '', after: '已修好' },
    ])
  })

  it('keeps quiet about bookkeeping, ids and what it has no words for', () => {
    const fields = ['rev', 'duty.dueAt', 'steps.3', 'prints.complaintVisit.version', 'unknown', 'links']
    expect(
      describeChanges(
        fields.map((path) => ({ path, before: 'a', after: 'b' })),
        words,
      ),
    ).toEqual([])
  })

  it('says yes and no, the chosen proposal from 1, and lists in one line', () => {
    expect(
      describeChanges(
        [
          { path: 'intake.complainant.anonymous', before: false, after: true },
          { path: 'handling.chosenProposal', before: null, after: 0 },
          { path: 'handling.proposals', before: [], after: ['更换', '维修'] },
        ],
        words,
      ),
    ).toEqual([
      { label: '<intake.complainant.anonymous>', before: '否', after: '是' },
      { label: '<handling.chosenProposal>', before: '', after: '1' },
      { label: '<handling.proposals>', before: '', after: '更换；维修' },
    ])
  })

  it('leaves out what reads the same before and after', () => {
    expect(describeChanges([{ path: 'summary', before: null, after: '' }], words)).toEqual([])
  })
})
