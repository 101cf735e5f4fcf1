import type { Paper } from './definition'

/** What the office knows a form by. `parts` names its copies (存根, 客户联 …), one name for a form of one part. */
export interface FormMeta {
  code: string
  title: string
  register: string
  paper: Paper
  parts: readonly string[]
  /** Somebody signs it by hand: after printing it waits for that (签字 state, domain 10). */
  toSign: boolean
  /** Roles whose box can be signed on the screen, the likeliest first; none where left out. */
  signOnScreen?: readonly string[]
}

/** Every printed form (forms, "Which"). A new form joins by one line. */
export const forms = {
  complaintVisit: {
    code: 'KF-TS-01',
    title: '投诉来访记录',
    register: 'complaint',
    paper: 'A4',
    parts: ['存档联'],
    toSign: true,
    signOnScreen: ['投诉人', '接待人', '责任人', '客服主管', '主任'],
  },
  complaintReceipt: {
    code: 'KF-TS-02',
    title: '投诉处理回执',
    register: 'complaint',
    paper: 'A5-landscape',
    parts: ['存根', '客户联'],
    toSign: true,
    signOnScreen: ['接待人'],
  },
  // Of a period, not of a record: it bears no number, and no record waits for it.
  complaintLedger: {
    code: 'KF-TS-03',
    title: '投诉登记台账',
    register: 'complaint',
    paper: 'A4-landscape',
    parts: ['存档联'],
    toSign: true,
  },
  incidentReport: {
    code: 'KF-SG-01',
    title: '事故报告',
    register: 'incident',
    paper: 'A4',
    parts: ['存档联', '上报联'],
    toSign: true,
    signOnScreen: ['报告人', '客服主管', '主任'],
  },
  customerIncident: {
    code: 'KF-SG-02',
    title: '客户事故报告',
    register: 'incident',
    paper: 'A4',
    parts: ['存档联', '上报联'],
    toSign: true,
    signOnScreen: ['报告人', '值班经理', '主任', '当事人'],
  },
  visitRecord: {
    code: 'KF-FW-01',
    title: '访问业主记录',
    register: 'visit',
    paper: 'A4',
    parts: ['存档联'],
    toSign: true,
    signOnScreen: ['业主', '访问人', '接待员', '主任'],
  },
  visitSummary: {
    code: 'KF-FW-02',
    title: '访问总结',
    register: 'visitMonth',
    paper: 'A4',
    parts: ['存档联'],
    toSign: true,
    signOnScreen: ['主任'],
  },
  returnVisitSheet: {
    code: 'KF-HF-01',
    title: '回访工作记录表',
    register: 'returnVisit',
    paper: 'A4-landscape',
    parts: ['存档联'],
    toSign: true,
    signOnScreen: ['用户'],
  },
  lostClaim: {
    code: 'KF-SW-01',
    title: '失物认领单',
    register: 'lostItem',
    paper: 'A5-landscape',
    parts: ['存根', '拾获人回执'],
    toSign: true,
    signOnScreen: ['拾获人', '值班经理', '清点人', '认领人', '主任'],
  },
  lostLabel: {
    code: 'KF-SW-02',
    title: '失物标签',
    register: 'lostItem',
    paper: 'label',
    parts: [],
    toSign: false,
  },
  // Of many items, so of no record, as the two after it.
  lostLabels: {
    code: 'KF-SW-02A4',
    title: '失物标签（21 张）',
    register: 'lostItem',
    paper: 'A4',
    parts: [],
    toSign: false,
  },
  lostNotice: {
    code: 'KF-SW-03',
    title: '招领公告',
    register: 'lostItem',
    paper: 'A4',
    parts: ['张贴联'],
    toSign: false,
  },
  lostShelf: {
    code: 'KF-SW-04',
    title: '失物盘点表',
    register: 'lostItem',
    paper: 'A4',
    parts: ['存档联'],
    toSign: true,
  },
  correction: {
    code: 'KF-BG-01',
    title: '更正单',
    register: 'correction',
    paper: 'A5-landscape',
    parts: ['存档联'],
    toSign: true,
    signOnScreen: ['申请人', '客服主管', '主任'],
  },
  monthlyReport: {
    code: 'KF-YB-01',
    title: '客户服务月报',
    register: 'monthReview',
    paper: 'A4',
    parts: ['存档联'],
    // By hand only: a signed month prints the same bytes each time.
    toSign: true,
  },
  // Of a week: it bears no number, and no record waits for it.
  weeklySheet: {
    code: 'KF-YB-02',
    title: '客户服务周报',
    register: 'monthReview',
    paper: 'A4',
    parts: ['存档联'],
    toSign: false,
  },
  // Of the office itself: it opens the backups, bears no number and is never scanned back.
  recoverySheet: {
    code: 'KF-AQ-01',
    title: '恢复单',
    register: 'office',
    paper: 'A4',
    parts: ['保管联'],
    toSign: false,
  },
  // Of a person, not of a record: handed to them, logged, and never scanned back.
  personCopy: {
    code: 'KF-GR-01',
    title: '个人信息副本',
    register: 'office',
    paper: 'A4',
    parts: ['本人联'],
    toSign: false,
  },
} as const satisfies Record<string, FormMeta>

export type FormName = keyof typeof forms

/** Forms of a register, by its noun, that somebody signs by hand: the record's own comes first. */
export function formsToSign(register: string): { form: FormName; title: string }[] {
  const names = Object.keys(forms) as FormName[]
  return names
    .filter((form) => forms[form].toSign && forms[form].register === register)
    .map((form) => ({ form, title: forms[form].title }))
}
