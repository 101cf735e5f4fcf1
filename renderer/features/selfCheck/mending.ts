import { dropDraftsOfGoneCommand, type Finding, raiseCountersCommand, recountCommand } from '../../data'

/** What can be mended by a button; the chain notes it. The rest needs a person. */
export const MENDING = {
  numbers: raiseCountersCommand,
  counter: recountCommand,
  drafts: dropDraftsOfGoneCommand,
} as const

/** The way to mend a finding, or null. */
export function mendingOf(finding: Finding): keyof typeof MENDING | 'rows' | null {
  switch (finding.kind) {
    case 'rows':
    case 'details':
      return 'rows'
    case 'numbers':
      return finding.highest > finding.last ? 'numbers' : null
    case 'counter':
      return 'counter'
    case 'draftsOfGone':
      return 'drafts'
    default:
      return null
  }
}
