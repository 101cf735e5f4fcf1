import { type Correctable, type CorrectableField, fieldsAt } from '../register/correctable'
import { objectionToIntake } from './commands/intake'
import {
  CHECK_OUTCOMES,
  CLAIM_RELATIONS,
  DISPOSAL_WAYS,
  HAND_OVER_TARGETS,
  LOST_CATEGORIES,
  type LostItem,
  VALUE_BANDS,
} from './types'
import { tidyEstimate } from './value'

/** What a 更正单 can correct of a found item (domain 6, 12). */
export const lostItemCorrectable: Correctable<LostItem> = {
  fields: (record) => [
    ...intakeFields(record),
    ...claimFields(record),
    ...handOverFields(record),
    ...disposalFields(record),
  ],
  tidy: (record) => ({
    ...record,
    intake: { ...record.intake, estimate: tidyEstimate(record.intake.estimate) },
  }),
  objection: ({ intake }, ctx) => objectionToIntake(intake, ctx),
}

function part(section: string, at: string, given: Parameters<typeof fieldsAt>[3]): CorrectableField[] {
  return fieldsAt('lostItems', `record.sections.${section}`, at, given)
}

function intakeFields({ intake }: LostItem): CorrectableField[] {
  return part('intake', 'intake', [
    { kind: 'text', path: 'name', required: true },
    {
      kind: 'choice',
      path: 'category',
      options: LOST_CATEGORIES,
      words: 'lostItems:category',
      required: true,
    },
    { kind: 'count', path: 'quantity', required: true },
    { kind: 'longText', path: 'features' },
    { kind: 'fen', path: 'estimate.fen', label: 'estimate' },
    // Of an amount the band follows by itself.
    ...(intake.estimate.fen === null
      ? [
          {
            kind: 'choice' as const,
            path: 'estimate.band',
            label: 'estimateBand',
            options: VALUE_BANDS,
            words: 'lostItems:band',
            required: true,
          },
        ]
      : []),
    { kind: 'instant', path: 'foundAt' },
    { kind: 'text', path: 'foundPlace', required: true },
    { kind: 'text', path: 'finder.name', label: 'finder', required: true },
    { kind: 'text', path: 'finder.role', label: 'finderRole' },
    { kind: 'phone', path: 'finder.phone', label: 'finderPhone' },
    { kind: 'instant', path: 'handedInAt', required: true },
    { kind: 'text', path: 'receivedBy', required: true },
    { kind: 'text', path: 'countedBy' },
    { kind: 'text', path: 'storedAt', required: true },
    { kind: 'longText', path: 'clues' },
    { kind: 'longText', path: 'remarks' },
  ])
}

/** Of the claim for which the thing was given out: 证件末四位 stays as it was written down before the claimant. */
function claimFields({ claims }: LostItem): CorrectableField[] {
  return claims.flatMap(({ claimedAt, check }, index) =>
    claimedAt === null
      ? []
      : part('claim', `claims.${index}`, [
          { kind: 'text', path: 'name', label: 'claimant', required: true },
          { kind: 'phone', path: 'phone', label: 'claimantPhone' },
          {
            kind: 'choice',
            path: 'relation',
            options: CLAIM_RELATIONS,
            words: 'lostItems:relation',
            required: true,
          },
          { kind: 'longText', path: 'statedFeatures', required: true },
          { kind: 'instant', path: 'claimedAt', required: true },
          { kind: 'text', path: 'handledBy', required: true },
          ...(check
            ? [
                {
                  kind: 'choice' as const,
                  path: 'check.outcome',
                  label: 'outcome',
                  options: CHECK_OUTCOMES,
                  words: 'lostItems:check',
                  required: true,
                },
                { kind: 'longText' as const, path: 'check.words', label: 'checkWords' },
              ]
            : []),
        ]),
  )
}

function handOverFields({ handOver }: LostItem): CorrectableField[] {
  if (!handOver) return []
  return part('leaving', 'handOver', [
    { kind: 'choice', path: 'target', options: HAND_OVER_TARGETS, words: 'lostItems:target', required: true },
    { kind: 'text', path: 'office', required: true },
    { kind: 'text', path: 'takenBy' },
    { kind: 'text', path: 'receipt' },
    { kind: 'instant', path: 'at', label: 'handedOverAt', required: true },
    { kind: 'text', path: 'handledBy', required: true },
    { kind: 'longText', path: 'words', label: 'handOverWords' },
  ])
}

function disposalFields({ disposal }: LostItem): CorrectableField[] {
  if (!disposal) return []
  return part('leaving', 'disposal', [
    { kind: 'choice', path: 'way', options: DISPOSAL_WAYS, words: 'lostItems:way', required: true },
    { kind: 'longText', path: 'words', label: 'disposalWords', required: true },
    { kind: 'instant', path: 'at', label: 'disposedAt', required: true },
    { kind: 'text', path: 'handledBy', required: true },
    { kind: 'text', path: 'witness' },
  ])
}
