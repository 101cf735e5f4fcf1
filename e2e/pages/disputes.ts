import type { Page } from '@playwright/test'
import type { DisputeKind } from '../../shared/domain/dispute/types'

/** What waits about a complaint, as replication leaves it. */
export interface WaitingComplaint {
  /** Of the complaint that stands here. */
  number: string
  kind: DisputeKind
  /** What the version that waits says elsewise, by dotted path. */
  fields: Record<string, unknown>
}

/**
 * Lines of 待核对, the newest first, written beside the app: it knows of none of them before its window is loaded anew.
 * Of kind `number` another complaint waits, which bears the same number.
 */
export async function putDisputes(page: Page, lines: readonly WaitingComplaint[]): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const valueAt = (row: unknown, path: string): unknown =>
          path.split('.').reduce((value: unknown, step) => Object(value)[step], row) ?? null
        const withValue = (row: object, [step = '', ...rest]: string[], value: unknown): object => ({
          ...row,
          [step]: rest.length === 0 ? value : withValue(Object(Reflect.get(row, step)), rest, value),
        })
        const opening = indexedDB.open('front-desk')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('unreadable')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const tx = db.transaction(['complaints', 'disputes'], 'readwrite')
          const now = Date.now()
          wanted.forEach(({ number, kind, fields }, i) => {
            const asking = tx.objectStore('complaints').index('number').get(number)
            asking.addEventListener('success', () => {
              const { listKeys: _derived, ...record } = asking.result
              const isOther = kind === 'number'
              const recordId = isOther
                ? `${record.id.slice(0, -1)}${record.id.endsWith('0') ? 1 : 0}`
                : record.id
              const said = Object.entries(fields)
              const waiting = said.reduce(
                (row: object, [path, value]) => withValue(row, path.split('.'), value),
                { ...record, id: recordId },
              )
              const foundAt = new Date(now - i * 60_000).toISOString()
              const id = `${kind}.${recordId}.op-${i}`
              tx.objectStore('disputes').put({
                id,
                table: 'complaints',
                recordId,
                number,
                kind,
                fields: isOther
                  ? []
                  : said.map(([path, value]) => {
                      const stands = valueAt(record, path)
                      return { path, base: stands, inForce: stands, waiting: value }
                    }),
                waiting,
                deviceId: 'machine-b',
                opId: `op-${i}`,
                foundAt,
                state: 'open',
                decidedAt: null,
                decidedBy: '',
                chosen: [],
                listKeys: ['all', 'open', `#record:${recordId}`].map((facet) =>
                  [facet, foundAt, id].join(String.fromCharCode(1)),
                ),
              })
            })
          })
          tx.addEventListener('abort', () => reject(tx.error ?? new Error('not written')))
          tx.addEventListener('complete', () => {
            db.close()
            resolve()
          })
        })
      }),
    lines,
  )
}
