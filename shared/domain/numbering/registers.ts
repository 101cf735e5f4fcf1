/** The fifteen registers of domain 2: code in the number → name in code. */
export const REGISTERS = {
  TS: 'complaint',
  SW: 'lostItem',
  XW: 'lostReport',
  SG: 'incident',
  FW: 'visit',
  HF: 'returnVisit',
  WX: 'repair',
  YJ: 'survey',
  KZ: 'vacancyCheck',
  FX: 'goodsPass',
  JZ: 'correctiveAction',
  TZ: 'notice',
  TY: 'serviceOrder',
  RZ: 'shiftLog',
  BG: 'correction',
} as const

/** `TS` 投诉, `SW` 失物, … as it stands in the number. */
export type RegisterCode = keyof typeof REGISTERS
/** `complaint`, `lostItem`, …: the register's name in code. */
export type RegisterName = (typeof REGISTERS)[RegisterCode]

export const REGISTER_CODES = Object.keys(REGISTERS) as RegisterCode[]

/** True where the text is the code of a register. */
export function isRegisterCode(text: string): text is RegisterCode {
  return Object.hasOwn(REGISTERS, text)
}

/** The code of a register by its name: `complaint` → `TS`. */
export function codeOf(register: RegisterName): RegisterCode {
  return REGISTER_CODES.find((code) => REGISTERS[code] === register) ?? 'TS'
}
