import type { IncidentKind } from './kinds'

/**
 * The steps of each type's checklist (domain 7), in the order in which they are taken. Their words stand in the
 * catalogue under the same ids. An id is never used again for something else: ticks are stored by it.
 */
export const CHECKLISTS: Readonly<Record<IncidentKind, readonly string[]>> = {
  theft: ['security', 'scene', 'advisePolice', 'inquiry', 'video', 'lossList', 'receipt', 'patrol'],
  propertyDamage: ['photo', 'tellAtOnce', 'estimate', 'book', 'plate', 'household', 'superior', 'repair'],
  drunk: ['noArgument', 'leadAway', 'escort', 'companion', 'violent', 'names', 'handOver'],
  fight: ['security', 'protectSelf', 'stop', 'separate', 'police', 'hurt', 'video', 'names'],
  medical: ['director', 'ambulance', 'medics', 'lead', 'noMoving', 'family', 'record'],
  death: ['quiet', 'director', 'police', 'seal', 'family', 'staffExit', 'release', 'restrict'],
  powerCut: ['engineer', 'extent', 'repair', 'supplier', 'lift', 'explain', 'lighting', 'restored'],
  fire: ['calm', 'alarm', 'firstFight', 'evacuate', 'liftStop', 'guide', 'order', 'rollCall', 'scene'],
  lift: ['talk', 'noForce', 'maintainer', 'power', 'free', 'stop', 'checked'],
  waterLeak: ['valve', 'power', 'repair', 'neighbours', 'photo', 'dry', 'source'],
  fallingObject: ['cordon', 'hurt', 'police', 'video', 'evidence', 'inquire', 'notice'],
  slip: ['help', 'noMoving', 'sign', 'photo', 'family', 'clean', 'video'],
  vehicleDamage: ['photo', 'owner', 'video', 'contact', 'police', 'insurer', 'gate'],
  suspiciousObject: ['noTouch', 'police', 'cordon', 'evacuate', 'noRadio', 'guide', 'release'],
  foodPoisoning: ['ambulance', 'names', 'samples', 'authority', 'closeKitchen', 'followUp'],
  traffic: ['hurt', 'police', 'warn', 'sceneKept', 'names', 'insurer', 'flow'],
  weather: ['warning', 'notice', 'drains', 'loose', 'duty', 'patrol', 'lift', 'damage'],
  publicHealth: ['superior', 'authority', 'isolate', 'protect', 'disinfect', 'explain', 'privacy'],
  other: ['safe', 'superior', 'help', 'scene', 'names', 'explain'],
}

/** How many steps of the checklist somebody has settled, of how many. */
export function checklistProgress({
  report,
  checks,
}: {
  report: { kind: IncidentKind }
  checks: readonly { stepId: string }[]
}): { settled: number; steps: number } {
  const steps = CHECKLISTS[report.kind]
  const marked = new Set(checks.map(({ stepId }) => stepId))
  return { settled: steps.filter((id) => marked.has(id)).length, steps: steps.length }
}
