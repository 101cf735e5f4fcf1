import type {
  Cause,
  Channel,
  ComplaintState,
  ContactWay,
  Nature,
  Severity,
  VisitOutcome,
} from '../../domain/complaint/types'
import type { LinkRelation } from '../../domain/register/types'

// A printed form is Chinese whatever the screen speaks: its words are part of the form, not of the locale.

export const CHANNEL_WORDS: Record<Channel, string> = {
  phone: '来电',
  visit: '来访',
  letter: '来函',
  email: '电子邮件',
  suggestionBox: '意见箱',
  media: '媒体',
  authority: '主管部门转办',
  headOffice: '总部转办',
  staff: '员工发现',
}

export const NATURE_WORDS: Record<Nature, string> = {
  valid: '有效投诉',
  help: '沟通性投诉（求助型）',
  inquiry: '沟通性投诉（咨询型）',
  venting: '沟通性投诉（发泄型）',
}

export const SEVERITY_WORDS: Record<Severity, string> = {
  minor: '轻微',
  important: '重要',
  major: '重大',
}

export const CAUSE_WORDS: Record<Cause, string> = {
  attitude: '服务态度',
  timeliness: '服务时效',
  quality: '服务质量',
  fees: '管理费用',
  facilities: '设施设备',
  safetyParking: '公共安全与车场',
  cleaningGreening: '环境卫生与绿化',
  community: '社区文化',
  emergency: '突发事件',
  neighbours: '邻里纠纷',
  developer: '开发商遗留',
}

export const WAY_WORDS: Record<ContactWay, string> = {
  phone: '电话',
  doorstep: '上门',
  office: '管理处面谈',
  written: '书面',
  message: '短信/微信',
  other: '其他',
}

export const OUTCOME_WORDS: Record<VisitOutcome, string> = {
  satisfied: '满意',
  fairlySatisfied: '较满意',
  dissatisfied: '不满意',
  notReached: '未联系上',
}

export const STATE_WORDS: Record<ComplaintState, string> = {
  reserved: '留号',
  accepted: '受理',
  judged: '判定',
  inProgress: '处理中',
  suspended: '挂起',
  handled: '处理完毕',
  visited: '已回访',
  closed: '关闭',
  void: '作废',
}

export const RELATION_WORDS: Record<LinkRelation, string> = {
  related: '关联',
  repeat: '重复投诉',
  joined: '并案',
  returnVisit: '回访',
  correction: '更正',
}
