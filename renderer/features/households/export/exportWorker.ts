import type { ExistingHouseholds } from '../../../../shared/domain/household/import'
import { type ExportedFile, type ExportFormat, exportFile } from './exportFile'

export interface ExportStart {
  all: ExistingHouseholds
  format: ExportFormat
  sheetName: string
}

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

// One file a worker: thirty thousand rows take half a second that the screen must not wait for.
globalThis.addEventListener('message', (event: MessageEvent<ExportStart>) => {
  const { all, format, sheetName } = event.data
  const file: ExportedFile = exportFile(all, format, sheetName)
  scope.postMessage(file, file.type === 'bytes' ? [file.bytes.buffer] : [])
})
