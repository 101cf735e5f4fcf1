import { addHours, msOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { OnRecord, SavedRecord } from '../commands/recordCommand'
import type { RegisterTable } from '../commands/registerTables'
import type { CommandSpec } from '../core/commandRunner'
import type { RecordTables } from '../core/tables'
import { getRecord } from '../queries/records'
import type { Chance } from './chance'
import type { DemoDesk, DemoRole } from './playback'

/** Who is meant by 接待员 in a record's life. */
export type DemoClerk = Extract<DemoRole, 'clerk' | 'colleague'>

/** One record on its way through the year: each step some hours after the one before. */
export class Life<K extends RegisterTable> {
  private at: Instant
  private stopped = false

  constructor(
    readonly desk: DemoDesk,
    readonly table: K,
    readonly id: string,
    readonly chance: Chance,
    private readonly clerk: DemoClerk = 'clerk',
  ) {
    this.at = desk.at()
  }

  /** Plans a step between `from` and `to` hours after the one before, in the office's hours. */
  next(from: number, to: number, who: DemoRole, act: () => Promise<unknown>): void {
    this.at = inOfficeHours(addHours(this.at, this.chance.between(from, to)))
    const role = who === 'clerk' ? this.clerk : who
    this.desk.plan({
      at: this.at,
      who: role,
      act: async () => {
        if (!this.stopped) await act()
      },
    })
  }

  /** Nothing of what is planned happens any more. */
  stop(): void {
    this.stopped = true
  }

  async do<I extends object, O extends SavedRecord>(
    spec: CommandSpec<OnRecord<I>, O>,
    input: NoInfer<I>,
  ): Promise<O> {
    const { rev } = await this.record()
    return this.desk.run(spec, { ...input, id: this.id, rev })
  }

  async record(): Promise<RecordTables[K]> {
    const record = await getRecord(this.desk.db, this.table, this.id)
    if (!record) throw new Error(`no record ${this.id} in ${this.table}`)
    return record
  }
}

/** Moved to between 8:00 and 20:00 of the estate: what would happen at night happens the next morning. */
export function inOfficeHours(at: Instant): Instant {
  const hour = (new Date(msOf(at)).getUTCHours() + 8) % 24
  if (hour >= 8 && hour < 20) return at
  return addHours(at, hour < 8 ? 8 - hour : 32 - hour)
}
