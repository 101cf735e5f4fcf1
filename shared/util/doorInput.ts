/** A building of the estate with its 单元; `sections` holds '' or nothing where it has none. */
export interface DoorLayout {
  building: string
  sections: readonly string[]
}

/** Parts of a door number: 楼栋, 单元 ('' where there is none), 房号. */
export interface DoorCandidate {
  building: string
  section: string
  room: string
}

/** Units typed after each part: 5号楼2单元301室. */
const MARKS = /号楼|栋|幢|座|楼|单元|门|室|房|号/gu
const SEPARATORS = /[-\s/\\.,、，#_－—–]+/u

/**
 * What a typed door number may mean, likeliest first (ui: `5-2-301` or `52301`). Only buildings and 单元 of the layout
 * come back, the rest of the digits being the room; what the layout cannot explain gives nothing.
 */
export function doorCandidates(text: string, layout: readonly DoorLayout[]): DoorCandidate[] {
  const plain = text.normalize('NFKC').toUpperCase().replace(MARKS, '-').trim()
  const parts = plain.split(SEPARATORS).filter((part) => part !== '')
  const [first, second, third] = parts
  if (!first || parts.length > 3) return []
  if (third !== undefined) return exact(first, second ?? '', third, layout)
  if (second !== undefined) return twoParts(first, second, layout)
  return runTogether(first, layout)
}

/** The code of a unit, as stored: `5-2-301`, `A-1203`. */
export function doorCode({ building, section, room }: DoorCandidate): string {
  return [building, section, room].filter((part) => part !== '').join('-')
}

function sectionsOf({ sections }: DoorLayout): readonly string[] {
  return sections.length > 0 ? sections : ['']
}

function exact(
  building: string,
  section: string,
  room: string,
  layout: readonly DoorLayout[],
): DoorCandidate[] {
  const known = layout.some(
    (one) => same(one.building, building) && sectionsOf(one).some((s) => same(s, section)),
  )
  return known ? [{ building, section, room }] : []
}

/** `5-301` in a building with 单元 leaves the 单元 open; `5-2301` has it in front of the room. */
function twoParts(building: string, rest: string, layout: readonly DoorLayout[]): DoorCandidate[] {
  const found = layout.filter((one) => same(one.building, building))
  const open = found.flatMap((one) =>
    sectionsOf(one).map((section) => ({ building: one.building, section, room: rest })),
  )
  const inFront = found.flatMap((one) => splitSection(one, rest)).filter(({ section }) => section !== '')
  return byLikelihood(open.concat(inFront))
}

function runTogether(text: string, layout: readonly DoorLayout[]): DoorCandidate[] {
  const found = layout.filter((one) => one.building !== '' && text.startsWith(one.building.toUpperCase()))
  return byLikelihood(found.flatMap((one) => splitSection(one, text.slice(one.building.length))))
}

function splitSection(one: DoorLayout, rest: string): DoorCandidate[] {
  return sectionsOf(one)
    .filter((section) => rest.startsWith(section.toUpperCase()))
    .map((section) => ({ building: one.building, section, room: rest.slice(section.length) }))
    .filter(({ room }) => room !== '')
}

/** Rooms have three or four digits (floor and door); longer or shorter readings come after. */
function byLikelihood(candidates: DoorCandidate[]): DoorCandidate[] {
  const oddness = ({ room }: DoorCandidate) => (/^\d{3,4}[A-Z]?$/.test(room) ? 0 : Math.abs(room.length - 3))
  return candidates
    .filter(({ room }) => room.length <= 6)
    .map((candidate, place) => ({ candidate, place }))
    .sort((a, b) => oddness(a.candidate) - oddness(b.candidate) || a.place - b.place)
    .map(({ candidate }) => candidate)
}

function same(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase()
}
