import type { Paper } from './definition'

/** What the office knows a form by. `parts` names its copies (存根, 客户联 …), one name for a form of one part. */
export interface FormMeta {
  code: string
  title: string
  register: string
  paper: Paper
  parts: readonly string[]
}

/** Every printed form (forms, "Which"). A new form joins by one line. */
export const forms = {
  complaintVisit: {
    code: 'KF-TS-01',
    title: '投诉来访记录',
    register: 'complaint',
    paper: 'A4',
    parts: ['存档联'],
  },
} as const satisfies Record<string, FormMeta>

export type FormName = keyof typeof forms
