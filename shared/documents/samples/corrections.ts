import type { CorrectionInput } from '../correction/input'
import type { Coverage } from '../runs'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

const TARGET = { table: 'complaints', id: 'c-1', number: '客服-TS-2026-0031' }

/** Just asked for: nobody has looked at it. */
export function shortCorrection(coverage: Coverage): CorrectionInput {
  return {
    sheet: sampleSheet(coverage, '客服-BG-2026-0001'),
    month: '2026年10月',
    changes: [{ part: '受理', label: '渠道', before: '来电', after: '来访' }],
    correction: {
      target: TARGET,
      voids: false,
      reason: '登记时选错。',
      requestedBy: '小林',
      createdAt: '2026-11-12T02:30:00.000Z',
      verification: null,
      approval: null,
      appliedAt: null,
      void: null,
    },
  }
}

/** Applied: two fields, both agreed. */
export function typicalCorrection(coverage: Coverage): CorrectionInput {
  const short = shortCorrection(coverage)
  return {
    ...short,
    sheet: sampleSheet(coverage, '客服-BG-2026-0007', 2),
    changes: [
      { part: '受理', label: '房号', before: '5-2-301', after: '5-2-310' },
      { part: '判定', label: '程度', before: '轻微', after: '重要' },
    ],
    correction: {
      ...short.correction,
      reason: '录音核对：来电人住5-2-310，漏水已影响楼下，判定偏轻。',
      verification: { at: '2026-11-12T06:00:00.000Z', by: '周敏', agreed: true, words: '已听录音，属实。' },
      approval: { at: '2026-11-13T01:10:00.000Z', by: '赵立新', agreed: true, words: '同意更正。' },
      appliedAt: '2026-11-13T01:10:00.000Z',
    },
  }
}

/** The whole record is to be void, and the supervisor does not agree. */
export function refusedCorrection(coverage: Coverage): CorrectionInput {
  const short = shortCorrection(coverage)
  return {
    ...short,
    sheet: sampleSheet(coverage, '客服-BG-2026-0003'),
    changes: [],
    correction: {
      ...short.correction,
      voids: true,
      reason: '与客服-TS-2026-0029重复登记。',
      verification: {
        at: '2026-11-12T06:00:00.000Z',
        by: '周敏',
        agreed: false,
        words: '两件不是同一天的事，不能作废。',
      },
    },
  }
}

/** Every field as long as it may be in practice. */
export function longestCorrection(coverage: Coverage): CorrectionInput {
  const typical = typicalCorrection(coverage)
  return {
    ...typical,
    sheet: sampleSheet(coverage, '客服-BG-2026-B0011', 12),
    changes: [
      { part: '受理', label: '投诉内容', before: longText(1_500), after: longText(1_600) },
      ...typical.changes,
      { part: '受理', label: '事发时间', before: '', after: '2026-10-18 21:40' },
      { part: '核实与关闭', label: '总结评价', before: longText(120), after: longText(240) },
    ],
    correction: {
      ...typical.correction,
      reason: longText(400),
      verification: { at: '2026-11-12T06:00:00.000Z', by: '周敏', agreed: true, words: longText(300) },
      approval: { at: '2026-11-13T01:10:00.000Z', by: '赵立新', agreed: true, words: longText(300) },
    },
  }
}
