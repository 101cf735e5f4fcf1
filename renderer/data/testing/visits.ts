import type { ReturnVisitEntry } from '../../../shared/domain/returnVisit/types'
import type { VisitWay } from '../../../shared/domain/visit/types'
import { saveUnitCommand } from '../commands/households'
import type { VisitGiven } from '../commands/visits'
import type { TestOffice } from './office'

/** A household for the tests of visits; answers its id. */
export async function addUnit(
  { runner }: TestOffice,
  room: string,
  status: 'ownerOccupied' | 'let' | 'vacant' | 'unsold' = 'ownerOccupied',
): Promise<string> {
  const made = await runner.run(saveUnitCommand, {
    id: null,
    building: '5',
    section: '2',
    room,
    use: 'residence',
    area: null,
    status,
    moveInDate: null,
  })
  if (!made.ok) throw new Error(made.refusal.key)
  return made.value.value.id
}

/** A made-up visit at a door number. */
export function visitTo(
  unitCode: string,
  visitedAt: string,
  change: { way?: VisitWay; said?: string } = {},
): VisitGiven {
  const { way = 'doorstep', said = '希望增加夜间巡逻' } = change
  return {
    plan: {
      person: { personId: null, unitId: null, name: '单雄信', phone: '13812345678', unitCode },
      way,
      appointmentAt: way === 'doorstep' ? visitedAt : null,
      visitor: '',
    },
    findings: {
      visitedAt,
      parts: { management: said, services: '', needs: '', community: '', other: '' },
      feedbackNeeded: false,
      feedbackDueOn: null,
    },
    privateNotes: '',
  }
}

/** A made-up free return visit. */
export function returnVisitTo(unitCode: string, change: Partial<ReturnVisitEntry> = {}): ReturnVisitEntry {
  return {
    person: { personId: null, unitId: null, name: '单雄信', phone: '', unitCode },
    source: { kind: 'free', recordId: null, number: '' },
    visitedAt: '2026-03-02T00:30:00.000Z',
    way: 'phone',
    content: '电梯运行正常',
    satisfaction: 'A',
    visitedBy: '',
    ...change,
  }
}
