/** The three parts of a door number: 楼栋, 单元 ('' where there is none), 房号. */
export interface DoorParts {
  building: string
  section: string
  room: string
}

const plain = (part: string) =>
  part
    .normalize('NFKC')
    .replace(/[\s-]+/gu, '')
    .toUpperCase()

/** The parts as they are stored: `5栋`, `2 单元`, `３０１室` become `5`, `2`, `301`. */
export function normalizeDoor(parts: DoorParts): DoorParts {
  return {
    building: plain(parts.building).replace(/(号|栋|幢|座|楼)+$/u, ''),
    section: plain(parts.section).replace(/(单元|门)+$/u, ''),
    room: plain(parts.room).replace(/(室|号|房)+$/u, ''),
  }
}

/** The unit code, unique in the estate (domain 4): `5-2-301`, `A-1203` where there is no 单元. */
export function unitCodeOf(parts: DoorParts): string {
  const { building, section, room } = normalizeDoor(parts)
  return [building, section, room].filter((part) => part !== '').join('-')
}

/** Longest run of digits in a part of a door number. */
const DIGITS = 20

/** The order of doors as people walk past them: numbers count as numbers, `1-1-901` comes before `1-1-1001`. */
export function doorOrder(code: string): string {
  return code.replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'))
}
