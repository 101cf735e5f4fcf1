import type { IncidentKind } from '../../../../shared/domain/incident/kinds'
import { INCIDENT_KIND_WORDS } from '../../../../shared/domain/incident/kindWords'
import { GuidancePanel } from '../../../register/guidance/GuidancePanel'

/** Words under which 处理指引 speaks of a type, where its own name says too little. */
const SPOKEN: Partial<Record<IncidentKind, string>> = {
  theft: '被盗 小偷',
  drunk: '醉酒',
  fight: '打架',
  medical: '晕倒 急救',
  death: '',
  fire: '着火 冒烟',
  lift: '电梯 困人',
  waterLeak: '漏水 爆管',
  fallingObject: '高空抛物',
  slip: '滑倒 摔伤',
  vehicleDamage: '刮花 划痕',
  weather: '台风 暴雨',
  other: '',
}

/** 处理指引 beside an event: from its type and what is written. */
export function IncidentGuidance({
  kind,
  text,
  recordId,
}: {
  kind: IncidentKind
  text: string
  recordId?: string
}) {
  const words = kind === 'other' ? '' : `${INCIDENT_KIND_WORDS[kind]} ${SPOKEN[kind] ?? ''}`
  return (
    <GuidancePanel
      causes={['emergency']}
      text={`${words}\n${text}`}
      {...(recordId === undefined ? {} : { recordId })}
    />
  )
}
