import { useRef, useState } from 'react'
import type { Incident } from '../../../../shared/domain/incident/types'
import { noteIncidentCommand, useData, useDraft } from '../../../data'
import { useSaving } from './useSaving'

interface Line {
  text: string
  /** The moment that was stamped before anything was written; null: that of writing it down. */
  at: string | null
}

const EMPTY: Line = { text: '', at: null }

/** The line that is being written, kept as a draft like any form (domain 10). */
export function useStamping(record: Incident) {
  const { ports } = useData()
  const draft = useDraft('incident.note', record.id)
  const [typed, setTyped] = useState<Line | null>(null)
  const { run, refused, forget } = useSaving(record.id)
  const line = typed ?? left(draft.initial?.values)
  // What was typed last, for a write that ends after the next line was begun.
  const newest = useRef<Line>(EMPTY)
  const keep = (next: Line): void => {
    newest.current = next
    setTyped(next)
    if (next.text === '' && next.at === null) void draft.discard()
    else draft.keep(`${record.number} ${next.text}`, { ...next })
  }
  return {
    ...line,
    refused,
    forget,
    change: (text: string) => keep({ ...line, text }),
    stamp: () => keep({ ...line, at: ports.now() }),
    write: async () => {
      // The moment is that of the key, not of the disk; the line is free for the next while this one is written.
      const at = line.at ?? ports.now()
      newest.current = EMPTY
      setTyped(EMPTY)
      const kept = await run(noteIncidentCommand, { id: record.id, text: line.text, at })
      if (!kept) setTyped((now) => (now?.text ? now : line))
      // The draft is the next line's as soon as that is begun.
      else if (newest.current === EMPTY) await draft.discard()
    },
  }
}

function left(values: Record<string, unknown> | undefined): Line {
  const { text, at } = values ?? {}
  return { text: typeof text === 'string' ? text : '', at: typeof at === 'string' ? at : null }
}
