import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { openPdf } from './openPdf'

interface Opened {
  pdf: Uint8Array
  /** null: it cannot be opened. */
  document: PDFDocumentProxy | null
}

/** The PDF opened for showing; `undefined` while it is opened, null where it cannot be. */
export function usePdfDocument(pdf: Uint8Array | null): PDFDocumentProxy | null | undefined {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    if (!pdf) return undefined
    let open: PDFDocumentProxy | null = null
    let gone = false
    openPdf(pdf).then(
      (document) => {
        if (gone) {
          void document.destroy()
          return
        }
        open = document
        setOpened({ pdf, document })
      },
      () => {
        if (!gone) setOpened({ pdf, document: null })
      },
    )
    return () => {
      gone = true
      void open?.destroy()
    }
  }, [pdf])
  // What was opened before is gone the moment another PDF is to be shown.
  return opened && opened.pdf === pdf ? opened.document : undefined
}
