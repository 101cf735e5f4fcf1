import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDayOf } from '../../../shared/util/civilTime'
import { noteListExportCommand, type RecordTable, useData } from '../../data'
import { desk } from '../../platform/desk'
import { announce, formatNumber, ProgressPanel, refusalText } from '../../ui'
import type { Batch } from '../list/batch'
import type { ListDefinition } from '../list/definition'
import { writeSheet } from './writeSheet'

interface Working {
  done: number
  total: number
  elapsedMs: number
}

/**
 * Exports a batch as .xlsx: written beside the work with progress and 取消, noted in the chain (domain 13), then handed
 * to the system's save dialog.
 */
export function useListExport<K extends RecordTable>(
  list: Pick<ListDefinition<K>, 'sheet' | 'fileName'>,
): { run: (batch: Batch<K>) => void; progress: ReactNode } {
  const { t } = useTranslation('list')
  const data = useData()
  const [working, setWorking] = useState<Working | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const make = async (batch: Batch<K>, signal: AbortSignal) => {
    const since = Date.now()
    setWorking({ done: 0, total: batch.count, elapsedMs: 0 })
    const { bytes, count } = await writeSheet({
      sheetName: list.fileName,
      fields: list.sheet,
      portions: batch.records(),
      signal,
      onProgress: (done) =>
        setWorking({ done, total: Math.max(done, batch.count), elapsedMs: Date.now() - since }),
    })
    const noted = await data.run(noteListExportCommand, { table: batch.table, count, filter: batch.words })
    if (!noted.ok) return announce(refusalText(noted.refusal), 'problem')
    const suggestedName = `${list.fileName}-${civilDayOf(data.ports.now())}.xlsx`
    const saved = await desk.invoke('files.save', { suggestedName, bytes })
    if (!saved.ok) return announce(refusalText(saved.refusal), 'problem')
    const { path } = saved.value
    if (path) announce(t('export.done', { number: formatNumber(count), path }), 'plain')
  }
  const run = (batch: Batch<K>) => {
    if (working) return
    const controller = new AbortController()
    stop.current = controller
    const failed = () =>
      controller.signal.aborted
        ? announce(t('export.cancelled'), 'plain')
        : announce(t('export.failed'), 'problem')
    void make(batch, controller.signal)
      .catch(failed)
      .finally(() => setWorking(null))
  }
  const progress = working && (
    <Box sx={{ p: 2 }}>
      <ProgressPanel
        what={t('export.working')}
        unit={t('export.unit')}
        done={working.done}
        total={working.total}
        elapsedMs={working.elapsedMs}
        onCancel={() => stop.current?.abort()}
      />
    </Box>
  )
  return { run, progress }
}
