import type { PageFacts } from '../../../shared/ipc/troubleChannels'
import type { DeskData } from '../../data'
import { desk } from '../../platform/desk'

type Figures = Record<string, number | boolean>

/** Figures and switches alone; of a list of days, how many there are. */
function figuresOf(row: object): Figures {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, number | boolean][] => {
      if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]]
      return typeof value === 'object' && value !== null ? [[name, Object.keys(value).length]] : []
    }),
  )
}

async function rowsOf({ db }: DeskData): Promise<Record<string, number>> {
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const))
  return Object.fromEntries(counts.filter(([name]) => /^[A-Za-z]{1,40}$/.test(name)))
}

/** What the page knows for a diagnostics file; whatever cannot be read (the database itself) is left out. */
async function pageFacts(data: DeskData): Promise<PageFacts> {
  const orNone = <T>(ask: Promise<T>, none: T): Promise<T> => ask.catch(() => none)
  const [rows, settings, version] = await Promise.all([
    orNone<Record<string, number>>(rowsOf(data), {}),
    orNone(
      data.db
        .of('settings')
        .toCollection()
        .first()
        .then((row) => figuresOf(row ?? {})),
      {},
    ),
    orNone(
      data.db
        .of('meta')
        .get('dataVersion')
        .then((row) => row?.value),
      null,
    ),
  ])
  const screen = /^#\/([A-Za-z-]{1,40})/.exec(window.location.hash)?.[1] ?? ''
  return { dataVersion: typeof version === 'number' ? version : null, rows, settings, screen }
}

/** 保存诊断文件: main asks where; without the page's figures where the database does not answer. */
export async function saveDiagnostics(data: DeskData) {
  const page = await pageFacts(data).catch(() => null)
  return desk.invoke('trouble.saveDiagnostics', { page })
}
