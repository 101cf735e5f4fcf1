import type { HandlingInput } from '../../../../shared/domain/complaint/commands'
import type { ContactWay, Handling, ProposalConsent } from '../../../../shared/domain/complaint/types'
import type { Instant } from '../../../../shared/util/instant'

/** What the person said to the proposals: not asked yet, 同意, 不同意. */
export type Said = '' | 'yes' | 'no'

/** The handling as its form holds it: proposals as rows, the chosen one by its place, '' for none. */
export interface HandlingValues {
  investigation: string
  causeAnalysis: string
  proposals: { text: string }[]
  chosenProposal: string
  consent: { agreed: Said; at: Instant; way: ContactWay; words: string }
  measures: string
}

/** One empty row is offered where no proposal was made yet; `now` is offered as the time of a consent. */
export function handlingValues(handling: Handling | null, now: Instant): HandlingValues {
  const chosen = handling?.chosenProposal ?? null
  const proposals = (handling?.proposals ?? []).map((text) => ({ text }))
  return {
    investigation: handling?.investigation ?? '',
    causeAnalysis: handling?.causeAnalysis ?? '',
    proposals: proposals.length > 0 ? proposals : [{ text: '' }],
    chosenProposal: chosen === null ? '' : String(chosen),
    consent: consentValues(handling?.consent ?? null, now),
    measures: handling?.measures ?? '',
  }
}

function consentValues(consent: ProposalConsent | null, now: Instant): HandlingValues['consent'] {
  if (!consent) return { agreed: '', at: now, way: 'phone', words: '' }
  const { agreed, at, way, words } = consent
  return { agreed: agreed ? 'yes' : 'no', at, way, words }
}

/** The part of a record that the handling form changes. */
export function handlingBasis(handling: Handling | null): unknown {
  if (!handling) return null
  const { investigation, causeAnalysis, proposals, chosenProposal, consent, measures } = handling
  return { investigation, causeAnalysis, proposals, chosenProposal, consent, measures }
}

export function handlingInput(values: HandlingValues): Required<HandlingInput> {
  const { investigation, causeAnalysis, measures, chosenProposal } = values
  const { agreed, ...said } = values.consent
  return {
    investigation,
    causeAnalysis,
    measures,
    proposals: values.proposals.map(({ text }) => text),
    chosenProposal: chosenProposal === '' ? null : Number(chosenProposal),
    consent: agreed === '' ? null : { agreed: agreed === 'yes', ...said },
  }
}

/** The choice after row `removed` went: it stays with its proposal. */
export function chosenAfterRemoval(chosen: string, removed: number): string {
  if (chosen === '' || Number(chosen) < removed) return chosen
  return Number(chosen) === removed ? '' : String(Number(chosen) - 1)
}

/** The choice that what the person said leaves no question about: none of them, or the only one there is. */
export function chosenBy(agreed: Said, proposals: HandlingValues['proposals'], chosen: string): string {
  if (agreed === 'no') return ''
  const written = proposals.flatMap(({ text }, index) => (text.trim() === '' ? [] : [String(index)]))
  const [only, ...others] = written
  return agreed === 'yes' && chosen === '' && only !== undefined && others.length === 0 ? only : chosen
}
