import type { VisitPart, VisitWay } from '../../domain/visit/types'

// A printed form is Chinese whatever the screen speaks: its words are part of the form, not of the locale.

export const VISIT_WAY_WORDS: Record<VisitWay, string> = {
  doorstep: '上门',
  office: '管理处',
  outdoors: '户外',
  questionnaire: '问卷',
  phone: '电话',
  other: '其他',
}

export const VISIT_PART_WORDS: Record<VisitPart, string> = {
  management: '对物业管理工作的意见和建议',
  services: '对便民服务的意见和建议',
  needs: '特殊困难和需求',
  community: '对社区文化建设的意见和建议',
  other: '其他',
}

/** The same, broken as a narrow label reads best. */
export const VISIT_PART_LABELS: Record<VisitPart, string> = {
  management: '对物业管理\n工作的意见\n和建议',
  services: '对便民服务\n的意见和\n建议',
  needs: '特殊困难\n和需求',
  community: '对社区文化\n建设的意见\n和建议',
  other: '其他',
}
