import type { OnRecord, SavedRecord } from '../../commands/recordCommand'
import type { RegisterTable } from '../../commands/registerTables'
import type { CommandSpec } from '../../core/commandRunner'
import type { RecordTables } from '../../core/tables'
import type { DemoDesk } from '../../demo/playback'
import { getRecord } from '../../queries/records'
import { type Moment, stored } from './calendar'

/** Plays facts through the office's own commands, each at its own minute; knows which record each fact became. */
export class Player {
  private readonly ids = new Map<string, string>()

  constructor(
    readonly desk: DemoDesk,
    /** Door number → id of the unit. */
    readonly unitIds: ReadonlyMap<string, string>,
  ) {}

  /** Plans what somebody who may do everything does at a moment; a clock that runs otherwise fails the test. */
  at(at: Moment | null, act: () => Promise<unknown>): void {
    if (at === null) return
    this.desk.plan({
      at: stored(at),
      who: 'director',
      act: async (desk) => {
        if (desk.at() !== stored(at)) throw new Error(`planned for ${stored(at)}, played at ${desk.at()}`)
        await act()
      },
    })
  }

  /** The record that a fact became. */
  know(key: string, { id }: { id: string }): void {
    this.ids.set(key, id)
  }

  idOf(key: string): string {
    const id = this.ids.get(key)
    if (id === undefined) throw new Error(`${key} was not played yet`)
    return id
  }

  async record<K extends RegisterTable>(table: K, key: string): Promise<RecordTables[K]> {
    const record = await getRecord(this.desk.db, table, this.idOf(key))
    if (!record) throw new Error(`no record of ${key}`)
    return record
  }

  /** Runs a command on the newest revision of the record of a fact. */
  async on<I extends object, O extends SavedRecord>(
    table: RegisterTable,
    key: string,
    spec: CommandSpec<OnRecord<I>, O>,
    input: NoInfer<I>,
  ): Promise<O> {
    const { id, rev } = await this.record(table, key)
    return this.desk.run(spec, { ...input, id, rev })
  }

  /** Somebody of a household; '' for nobody's. */
  personOf(unit: string) {
    const unitId = this.unitIds.get(unit) ?? null
    return { personId: null, unitId, name: `住户${unit}`, phone: '13800001234', unitCode: unit }
  }
}
