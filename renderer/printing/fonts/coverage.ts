import { type Coverage, missingIn } from '../../../shared/documents/runs'
import { coverageFrom } from './coverageFrom'
import { packedCoverage } from './packedCoverage'

/** The fonts that this app ships, as forms ask for them. */
export const coverage: Coverage = coverageFrom(packedCoverage)

/** The characters of `text` that no font of ours has: to be said before printing (forms, rare characters). */
export function missingCharacters(text: string): string[] {
  return missingIn(text, coverage)
}
