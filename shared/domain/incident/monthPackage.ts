import { columnsOf, hoursBetween } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { INCIDENT_KINDS } from './kinds'
import { incidentMonthFacts } from './monthFacts'
import { INCIDENT_SEVERITIES, INCIDENT_STATES, type Incident } from './types'

const { word, number, yesNo, day } = columnsOf<Incident>()

/** 限阅 reports give their row and no words. */
const told = (of: (record: Incident) => string) => (record: Incident) => (record.restricted ? '' : of(record))

/** What head office may read of an incident (domain 12, 13). */
export const incidentPackage: RegisterPackage<Incident> & { table: 'incidents' } = {
  table: 'incidents',
  facts: incidentMonthFacts,
  columns: [
    day('registeredOn', (record) => incidentMonthFacts.begunAt(record)),
    day('occurredOn', ({ report }) => report.occurredAt),
    word('kind', INCIDENT_KINDS, 'incidents:kind', ({ report }) => report.kind),
    word('severity', INCIDENT_SEVERITIES, 'incidents:severity', ({ report }) => report.severity),
    yesNo('personHurt', ({ report }) => report.personHurt),
    word('state', INCIDENT_STATES, 'incidents:state', ({ state }) => state),
    number('hoursToReport', ({ report, firstSubmittedAt }) =>
      hoursBetween(report.occurredAt, firstSubmittedAt),
    ),
    number('hoursToClose', (record) => hoursBetween(incidentMonthFacts.begunAt(record), record.archivedAt)),
    number('emergencyCalls', ({ calls }) => calls.length),
    number('lossYuan', ({ losses }) => sumOfAmounts(losses)),
    number('compensationYuan', ({ compensations }) => sumOfAmounts(compensations)),
  ],
  texts: {
    measures: told(({ report }) => report.measures),
    prevention: told(({ report }) => report.prevention),
  },
}

/** 元 with two decimals; null where no amount is known. */
function sumOfAmounts(items: readonly { amount: number | null }[]): number | null {
  const amounts = items.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  return amounts.length === 0
    ? null
    : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100
}
