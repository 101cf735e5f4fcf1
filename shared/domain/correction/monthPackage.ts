import { columnsOf } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { correctionMonthFacts } from './monthFacts'
import { CORRECTION_STATES, type Correction } from './types'

const { word, number, yesNo, day } = columnsOf<Correction>()

/** What head office may read of a 更正单 (domain 12, 13): that something was put right, not what it said. */
export const correctionPackage: RegisterPackage<Correction> & { table: 'corrections' } = {
  table: 'corrections',
  facts: correctionMonthFacts,
  columns: [
    day('requestedOn', ({ createdAt }) => createdAt),
    word('state', CORRECTION_STATES, 'corrections:state', ({ state }) => state),
    number('fieldsChanged', ({ changes }) => changes.length),
    yesNo('voids', ({ voids }) => voids),
    day('appliedOn', ({ appliedAt }) => appliedAt),
  ],
  texts: {},
}
