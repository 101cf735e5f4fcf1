import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { type CommandOptions, type CommandSpec, useJournalHealth, useRun } from '../../data'
import { announce, NoticeBar } from '../../ui'
import { noteSaved } from './pendingSaves'

interface Numbered {
  id: string
  number: string
  rev: number
}

// Outlives the form that saved: the warning must stay while the record is shown.
let unconfirmed: readonly string[] = []
const listeners = new Set<() => void>()

function setUnconfirmed(numbers: readonly string[]): void {
  unconfirmed = numbers
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What a command that saved says: a value, or the refusal that stands beside its field. */
export type Outcome<O> = { value: O; refusal: null } | { value: null; refusal: Refusal }

/** What is said of a command with no more to tell: a record that is void was saved, but that is not what was done. */
function saidOf(command: string): 'saving.voidedNumber' | 'saving.savedNumber' {
  return command.endsWith('.void') ? 'saving.voidedNumber' : 'saving.savedNumber'
}

/**
 * Runs a command and says 已保存 with the number once it is in the journal too; what is in the database only is said
 * as a danger instead (quality 1). `say` words the announcement where there is more to tell; what `undo` answers is
 * offered beside it as 撤销.
 */
export function useSave() {
  const run = useRun()
  const { t } = useTranslation('record')
  return useCallback(
    async <I, O extends Numbered>(
      spec: CommandSpec<I, O>,
      input: I,
      options?: CommandOptions,
      say: (value: O) => string = ({ number }) => t(saidOf(spec.name), { number }),
      undo?: (value: O) => (() => void) | null,
    ): Promise<Outcome<O>> => {
      const result = await run(spec, input, options)
      if (!result.ok) return { value: null, refusal: result.refusal }
      const { value, confirmed } = result.value
      noteSaved(value.id, value.rev)
      if (confirmed) announce(say(value), 'saved', undo?.(value) ?? undefined)
      else setUnconfirmed([...new Set([...unconfirmed, value.number])])
      return { value, refusal: null }
    },
    [run, t],
  )
}

/**
 * Says of what has no number what `useSave` says of a record: `said` once the journal has it too; until then `what`, its
 * name, stands among those that are not in the second place yet (quality 1).
 */
export function sayKept(confirmed: boolean, said: string, what: string): void {
  if (confirmed) announce(said, 'saved')
  else setUnconfirmed([...new Set([...unconfirmed, what])])
}

/** Says which records are not in the second place yet, until the journal has them. */
export function UnconfirmedBar() {
  const { t } = useTranslation('record')
  const healthy = useJournalHealth()
  const numbers = useSyncExternalStore(subscribe, () => unconfirmed)
  useEffect(() => {
    if (!healthy || numbers.length === 0) return
    setUnconfirmed([])
    announce(t('saving.nowConfirmed', { number: numbers.join('、') }))
  }, [healthy, numbers, t])
  return (
    <div role="alert">
      {numbers.length > 0 && (
        <NoticeBar tone="danger">{t('saving.unconfirmed', { number: numbers.join('、') })}</NoticeBar>
      )}
    </div>
  )
}
