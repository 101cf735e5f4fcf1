/** 类型 (domain 7), in the order of the specification. */
export const INCIDENT_KINDS = [
  'theft',
  'propertyDamage',
  'drunk',
  'fight',
  'medical',
  'death',
  'powerCut',
  'fire',
  'lift',
  'waterLeak',
  'fallingObject',
  'slip',
  'vehicleDamage',
  'suspiciousObject',
  'foodPoisoning',
  'traffic',
  'weather',
  'publicHealth',
  'other',
] as const
/**
 * 失窃, 客户损坏财物, 醉客, 打架斗殴, 医疗急救, 客户死亡, 停电, 火警, 电梯故障, 水管爆裂/漏水, 高空抛物, 地滑摔伤, 车辆受损,
 * 可疑物品, 食物中毒, 交通事故, 恶劣天气, 公共卫生事件, 其他
 */
export type IncidentKind = (typeof INCIDENT_KINDS)[number]
