import type { ComplaintIntake } from '../../../shared/domain/complaint/types'

/** A made-up intake by phone. */
export function intakeOf(content: string, changes: Partial<ComplaintIntake> = {}): ComplaintIntake {
  return {
    registeredAt: '2026-03-02T01:00:00.000Z',
    channel: 'phone',
    complainant: {
      anonymous: false,
      personId: null,
      unitId: null,
      name: '张三',
      phone: '13800001234',
      unitCode: '5-2-301',
    },
    subject: '',
    occurredAt: null,
    place: '5号楼2单元',
    content,
    remedy: '',
    lossOrInjury: false,
    ...changes,
  }
}
