import type { HandlingInput } from '../../../../shared/domain/complaint/commands'
import type { Handling } from '../../../../shared/domain/complaint/types'

/** The handling as its form holds it: proposals as rows, the chosen one by its place, '' for none. */
export interface HandlingValues {
  investigation: string
  causeAnalysis: string
  proposals: { text: string }[]
  chosen: string
  measures: string
}

/** One empty row is offered where no proposal was made yet. */
export function handlingValues(handling: Handling | null): HandlingValues {
  const chosen = handling?.chosenProposal ?? null
  const proposals = (handling?.proposals ?? []).map((text) => ({ text }))
  return {
    investigation: handling?.investigation ?? '',
    causeAnalysis: handling?.causeAnalysis ?? '',
    proposals: proposals.length > 0 ? proposals : [{ text: '' }],
    chosen: chosen === null ? '' : String(chosen),
    measures: handling?.measures ?? '',
  }
}

export function handlingInput({ proposals, chosen, ...rest }: HandlingValues): Required<HandlingInput> {
  const { investigation, causeAnalysis, measures } = rest
  return {
    investigation,
    causeAnalysis,
    measures,
    proposals: proposals.map(({ text }) => text),
    chosenProposal: chosen === '' ? null : Number(chosen),
  }
}

/** The choice after row `removed` went: it stays with its proposal. */
export function chosenAfterRemoval(chosen: string, removed: number): string {
  if (chosen === '' || Number(chosen) < removed) return chosen
  return Number(chosen) === removed ? '' : String(Number(chosen) - 1)
}
