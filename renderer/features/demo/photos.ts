import type { StoredFile } from '../../../shared/domain/register/attachment'
import { addHours, instantOf, shiftDay, civilDayOf } from '../../../shared/util/civilTime'
import { addAttachmentsCommand, type DemoOptions, listRecords } from '../../data'

/** Keeps a drawn photo as a file, as a dropped one is kept. */
export type StorePhoto = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<StoredFile | null>

const PHOTOS = 64
const COLOURS = ['#5b7a86', '#7a6a55', '#4f6f52', '#74606e', '#66707a']

/** Gives some complaints of the made-up year a made-up photo, each some weeks apart. */
export function photosFor(store: StorePhoto): DemoOptions['attach'] {
  return (desk, chance) => {
    const today = civilDayOf(desk.now)
    for (let made = 0; made < PHOTOS; made += 1) {
      const at = addHours(instantOf(shiftDay(today, -chance.below(330)), '09:00'), chance.below(9))
      const seed = chance.below(1_000_000)
      desk.plan({ at, who: 'clerk', outside: true, act: async () => attachOne(desk, store, seed) })
    }
  }
}

type Desk = Parameters<NonNullable<DemoOptions['attach']>>[0]

async function attachOne(desk: Desk, store: StorePhoto, seed: number): Promise<void> {
  const page = await listRecords(desk.db, {
    table: 'complaints',
    facets: ['state:inProgress'],
    after: null,
    limit: 12,
  })
  const record = page.rows[seed % Math.max(1, page.rows.length)]
  if (!record || record.attachmentIds.length > 2) return
  const file = await store(`现场照片-${record.number}.jpg`, await drawPhoto(record.intake.place, seed))
  if (!file) return
  await desk.run(addAttachmentsCommand, {
    table: 'complaints',
    recordId: record.id,
    files: [file],
    sheet: null,
  })
}

/** A picture that says itself that it is none: a wall with a stain, and where it is. */
async function drawPhoto(place: string, seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(960, 720)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = COLOURS[seed % COLOURS.length] ?? '#666666'
  pen.fillRect(0, 0, 960, 720)
  pen.fillStyle = 'rgba(20, 16, 10, 0.28)'
  for (let spot = 0; spot < 14; spot += 1) {
    const turn = seed * (spot + 3)
    pen.beginPath()
    pen.ellipse(
      280 + (turn % 380),
      160 + ((turn >> 3) % 330),
      30 + (turn % 90),
      18 + (turn % 50),
      turn,
      0,
      Math.PI * 2,
    )
    pen.fill()
  }
  pen.fillStyle = '#ffffff'
  pen.font = '600 40px sans-serif'
  pen.fillText(`演示照片 ${place}`, 40, 670)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
  return new Uint8Array(await blob.arrayBuffer())
}
