import type { AddComplainantInput } from '../../../../shared/domain/complaint/commands'

/** What the form of 其他投诉人 holds. */
export interface PersonValues extends Omit<AddComplainantInput, 'saidAt' | 'lossOrInjury'> {
  saidAt: string | null
}
