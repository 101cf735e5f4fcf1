import {
  isSensitive,
  LOST_ITEM_COMMANDS,
  mayBeAnnounced,
  openClaim,
  standingDecision,
} from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { Role } from '../../../../shared/domain/office/types'
import { type Offer, possibleSteps } from '../../../register/record/offers'

/** Steps a person takes on a found item, in the order of its life. */
export const ITEM_STEPS = [
  'fillIn',
  'amendIntake',
  'publish',
  'stateClaim',
  'claim',
  'decide',
  'handOver',
  'dispose',
  'void',
] as const
export type ItemStep = (typeof ITEM_STEPS)[number]

/** The steps that the state of a found item allows, for a role. */
export function itemOffers(record: LostItem, role: Role): Offer<ItemStep>[] {
  const possible = possibleSteps(LOST_ITEM_COMMANDS, ITEM_STEPS, record.state, role)
  const offered = possible.filter(({ step }) =>
    step === 'publish' ? mayBeAnnounced(record) : !isDecidedAgainst(step, record),
  )
  return offered.map((offer) => ({
    ...offer,
    again: wasTaken(offer.step, record),
    needs: needsOf(offer.step, record),
  }))
}

/** The one step to take next: the main button. Null where the thing has left. */
export function nextItemStep(record: LostItem): ItemStep | null {
  const claiming = openClaim(record) !== null
  switch (record.state) {
    case 'reserved':
      return 'fillIn'
    case 'stored':
      if (claiming) return 'claim'
      return isSensitive(record) ? 'handOver' : 'publish'
    case 'noticed':
      if (claiming) return 'claim'
      return isSensitive(record) ? 'handOver' : 'stateClaim'
    case 'expired': {
      if (claiming) return 'claim'
      const decided = standingDecision(record)?.outcome
      return decided === 'handOver' || decided === 'dispose' ? decided : 'decide'
    }
    default:
      return null
  }
}

/** The director chose the other way: an opinion is not what it lacks, so it is not offered until that is changed. */
function isDecidedAgainst(step: ItemStep, record: LostItem): boolean {
  if (record.state !== 'expired') return false
  const decided = standingDecision(record)?.outcome
  if (step === 'handOver') return decided === 'dispose' && !isSensitive(record)
  return step === 'dispose' && decided === 'handOver'
}

function needsOf(step: ItemStep, record: LostItem): string[] {
  if (step === 'claim') return openClaim(record) ? [] : ['statement']
  if (record.state !== 'expired') return []
  const decided = standingDecision(record)?.outcome
  if (step === 'dispose' && decided !== 'dispose') return ['decision']
  if (step === 'handOver' && decided !== 'handOver' && !isSensitive(record)) return ['decision']
  return []
}

function wasTaken(step: ItemStep, record: LostItem): boolean {
  if (step === 'publish') return record.notices.length > 0
  if (step === 'stateClaim') return record.claims.length > 0
  return step === 'decide' && standingDecision(record) !== null
}
