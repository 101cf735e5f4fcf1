import { complaintPackage } from '../complaint/monthPackage'
import { correctionPackage } from '../correction/monthPackage'
import { incidentPackage } from '../incident/monthPackage'
import { lostItemPackage } from '../lostItem/monthPackage'
import { lostReportPackage } from '../lostReport/monthPackage'
import { returnVisitPackage } from '../returnVisit/monthPackage'
import { visitPackage } from '../visit/monthPackage'
import type { AnyRegisterPackage } from './types'

/** What every register gives to the package for head office, in the order of the day: one line a register. */
export const registerPackages: readonly AnyRegisterPackage[] = [
  complaintPackage,
  lostItemPackage,
  lostReportPackage,
  incidentPackage,
  visitPackage,
  returnVisitPackage,
  correctionPackage,
]
