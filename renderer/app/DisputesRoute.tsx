import { INCIDENT_KINDS } from '../../shared/domain/incident/kinds'
import { vocabulary as complaints } from '../features/complaints/vocabulary'
import { vocabulary as corrections } from '../features/corrections/words'
import { DisputesScreen, VocabularyContext } from '../features/disputes'
import { vocabularyOf as incidentVocabulary } from '../features/incidents/vocabulary'
import { vocabulary as lostItems } from '../features/lostItems/item/words'
import { vocabulary as lostReports } from '../features/lostItems/report/words'
import { vocabulary as returnVisits } from '../features/visits/returnVisit/words'
import { vocabulary as visits } from '../features/visits/visit/words'
import type { Vocabulary } from '../register/timeline/useTimelineWords'

const named = (namespace: string): Vocabulary => ({ namespace, labels: {}, values: {} })
const HOUSEHOLDS = named('households')

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  complaints,
  corrections,
  lostItems,
  lostReports,
  returnVisits,
  visits,
  visitMonths: named('visitMonths'),
  monthReviews: named('monthReviews'),
  guidance: named('guidance'),
  units: HOUSEHOLDS,
  persons: HOUSEHOLDS,
  vehicles: HOUSEHOLDS,
  careFlags: HOUSEHOLDS,
  instructions: HOUSEHOLDS,
  blacklist: HOUSEHOLDS,
}
const OTHERS = named('disputes')

/** 待核对, with the words of every register. */
export default function DisputesRoute() {
  return (
    <VocabularyContext value={vocabularyOfRow}>
      <DisputesScreen />
    </VocabularyContext>
  )
}

function vocabularyOfRow(table: string, row: Record<string, unknown>): Vocabulary {
  if (table !== 'incidents') return VOCABULARIES[table] ?? OTHERS
  const report = row['report']
  const kind: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'kind') : null
  const known = INCIDENT_KINDS.find((one) => one === kind)
  return known ? incidentVocabulary(known) : named('incidents')
}
