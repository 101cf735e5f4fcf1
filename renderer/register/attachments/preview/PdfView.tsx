import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { PdfPreview } from '../../../printing'
import { readAttachment } from '../files'
import { ImageTools } from './ImageTools'
import { FIRST_LOOK } from './imageLayout'

/** A PDF page below page, nearer, farther, and turned. Bytes that are gone open as what cannot be opened. */
export function PdfView({ file: { sha256, name } }: { file: StoredFile }) {
  const { t } = useTranslation('attachments')
  const [pdf, setPdf] = useState<Uint8Array | null>(null)
  const [look, setLook] = useState(FIRST_LOOK)
  const zoom = look.zoom ?? 1
  useEffect(() => {
    let gone = false
    void readAttachment(sha256).then((bytes) => {
      if (!gone) setPdf(bytes ?? new Uint8Array())
    })
    return () => {
      gone = true
    }
  }, [sha256])
  return (
    <>
      <ImageTools look={look} zoom={zoom} onLook={setLook} />
      <PdfPreview pdf={pdf} label={t('viewOf', { name })} turns={look.turns} zoom={zoom} />
    </>
  )
}
