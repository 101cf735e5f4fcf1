import Box from '@mui/material/Box'
import { type ReactNode, useRef, useState } from 'react'
import { useFileStates } from './useFileStates'
import { FileRow } from './FileRow'
import { LazyPreview } from './preview/LazyPreview'
import type { ShownFile } from './ShownFile'

interface FileListProps {
  files: readonly ShownFile[]
  label: string
  /** See `Gather`. */
  round: number
  /** A button at the end of a line. */
  renderAction?: (file: ShownFile) => ReactNode
  /** Buttons of the preview, for the file it shows. */
  renderPreviewActions?: (file: ShownFile) => ReactNode
}

/** Attachments one below the other; each opens in the preview, from which the others are reached with ← and →. */
export function FileList({ files, label, round, renderAction, renderPreviewActions }: FileListProps) {
  const states = useFileStates(
    files.map(({ sha256 }) => sha256),
    round,
  )
  const [open, setOpen] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const at = files.findIndex(({ key }) => key === open)
  const shown = files[at]
  const close = (): void => {
    setOpen(null)
    // Back to the line of the one that was shown last, which need not be the one that was opened.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-attachment="${open}"]`)?.focus(),
    )
  }
  return (
    <>
      <Box component="ul" ref={list} aria-label={label} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {files.map((file) => (
          <FileRow
            key={file.key}
            file={file}
            state={states.get(file.sha256)}
            onOpen={() => setOpen(file.key)}
            action={renderAction?.(file)}
          />
        ))}
      </Box>
      {shown && (
        <LazyPreview
          files={files}
          at={at}
          state={states.get(shown.sha256)}
          actions={renderPreviewActions?.(shown)}
          onMove={(to) => setOpen(files[to]?.key ?? null)}
          onClose={close}
        />
      )}
    </>
  )
}
