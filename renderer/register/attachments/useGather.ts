import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { Refusal } from '../../../shared/util/result'
import { formatDateTime, useRemembered } from '../../ui'
import type { StoreOutcome } from './files'
import { usePictureKeeper } from './pictures/usePictureKeeper'
import { placeNow, wasBrokenOff, whileNoted } from './underWay'

/** A file that was not taken, by its name ('' for none in particular), and why. */
export type RefusedFile = StoreOutcome['refused'][number]

/** Gathers files for a record: keeps them on disk first, then hands them on. */
export interface Gather {
  busy: boolean
  /** Raised each time something was gathered: files on disk are to be looked at anew. */
  round: number
  refused: readonly RefusedFile[]
  forget: () => void
  /** Bytes that a file may have. */
  limit: () => Promise<number>
  /** 保留原图: pictures are kept as they are instead of scaled. */
  original: boolean
  keepOriginal: (original: boolean) => void
  /** Opens the system's file chooser. */
  choose: () => void
  /** Takes what was dropped, pasted, shot or recorded; true once everything is kept. */
  take: (files: readonly File[]) => Promise<boolean>
}

/** `onStored` gets what lies safely on disk and answers a refusal where the record would not have it. */
export function useGather(onStored: (files: StoredFile[]) => Promise<Refusal | null>): Gather {
  const { t } = useTranslation('attachments')
  const [original, keepOriginal] = useRemembered('attachments.original', false)
  const keeper = usePictureKeeper(original)
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])

  // What a window that closed in the middle could not say is said when its place is seen again.
  useEffect(() => {
    let gone = false
    void wasBrokenOff(placeNow()).then((broken) => {
      if (broken && !gone) setRefused([{ name: '', refusal: { key: 'attachment.interrupted' } }])
    })
    return () => {
      gone = true
    }
  }, [])

  const run = async (gather: () => Promise<StoreOutcome>): Promise<boolean> => {
    setBusy(true)
    try {
      const outcome = await gather()
      const objection = outcome.stored.length > 0 ? await onStored(outcome.stored) : null
      const all = objection ? [...outcome.refused, { name: '', refusal: objection }] : outcome.refused
      setRefused(all)
      return all.length === 0
    } finally {
      setBusy(false)
      setRound((before) => before + 1)
    }
  }
  const named = (file: File): File => {
    if (file.name !== 'image.png') return file
    const at = formatDateTime(new Date(file.lastModified).toISOString()).replace(':', '')
    return new File([file], t('screenshotName', { at }), { type: file.type })
  }
  return {
    busy,
    round,
    refused,
    forget: useCallback(() => setRefused([]), []),
    limit: keeper.limit,
    original,
    keepOriginal,
    choose: () => void run(() => keeper.choose()),
    take: (files) => run(() => whileNoted(placeNow(), () => keeper.keep(files.map(named)))),
  }
}
