import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDayOf } from '../../../../shared/util/civilTime'
import { allHouseholds, noteExportCommand, useData } from '../../../data'
import { desk } from '../../../platform/desk'
import { announce, refusalText } from '../../../ui'
import type { ExportedFile, ExportFormat } from './exportFile'
import type { ExportStart } from './exportWorker'

/** What the menu offers: the households in one of three formats, or the empty template. */
export type ExportChoice = ExportFormat | 'template'

function makeFile(start: ExportStart, signal: AbortSignal): Promise<ExportedFile> {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' })
  return new Promise<ExportedFile>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<ExportedFile>) => resolve(event.data))
    worker.addEventListener('error', () => reject(new Error('export failed')))
    signal.addEventListener('abort', () => reject(new Error('export cancelled')))
    worker.postMessage(start, [])
  }).finally(() => worker.terminate())
}

/** Hands the file to main, which asks where it goes and writes it whole or not at all. */
function saveFile(file: ExportedFile, format: ExportFormat, name: string) {
  if (file.type === 'bytes') {
    return desk.invoke('files.save', { suggestedName: `${name}.xlsx`, bytes: file.bytes })
  }
  const encoding = format === 'csvGb18030' ? 'gb18030' : 'utf8-bom'
  return desk.invoke('files.saveText', { suggestedName: `${name}.csv`, text: file.text, encoding })
}

/** Exports households or the template; `working` while a file is being made. */
export function useExport(): { working: boolean; run: (choice: ExportChoice) => void } {
  const data = useData()
  const { t } = useTranslation('households')
  const [working, setWorking] = useState(false)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  const make = useCallback(
    async (choice: ExportChoice) => {
      const stop = new AbortController()
      leaving.current = stop
      const template = choice === 'template'
      const format = template ? 'xlsx' : choice
      const all = template ? { units: [], persons: [], vehicles: [] } : await allHouseholds(data.db)
      if (!template) {
        const note = { format, units: all.units.length, persons: all.persons.length }
        const noted = await data.run(noteExportCommand, note)
        if (!noted.ok) {
          announce(refusalText(noted.refusal), 'problem')
          return
        }
      }
      const file = await makeFile({ all, format, sheetName: t('export.sheet') }, stop.signal)
      const day = civilDayOf(new Date().toISOString())
      const name = template ? t('export.templateName') : `${t('export.fileName')}-${day}`
      const saved = await saveFile(file, format, name)
      if (!saved.ok) announce(refusalText(saved.refusal), 'problem')
      else if (saved.value.path) announce(t('export.done', { path: saved.value.path }), 'plain')
    },
    [data, t],
  )
  const run = useCallback(
    (choice: ExportChoice) => {
      setWorking(true)
      make(choice)
        .catch(() => announce(t('export.failed'), 'problem'))
        .finally(() => setWorking(false))
    },
    [make, t],
  )
  return { working, run }
}
