import { translateKey } from '../../../ui'

/** 员工培训; of a duty that this release no longer knows its name in the record. */
export function dutyWord(duty: string): string {
  return translateKey(`servicePlan:duty.${duty}`, undefined, duty)
}
