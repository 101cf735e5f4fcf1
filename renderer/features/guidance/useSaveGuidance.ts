import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { type CommandOptions, type CommandSpec, type SavedGuidance, useRun } from '../../data'
import { announce, refusalText } from '../../ui'

/** What saving came to: the row as saved, or the refusal to be shown. */
export type Outcome = { value: SavedGuidance; refusal: null } | { value: null; refusal: Refusal }

/** Runs a command of 处理指引; says 已保存 with the title once the journal has it too (quality 1). */
export function useSaveGuidance() {
  const run = useRun()
  const { t } = useTranslation('guidance')
  return useCallback(
    async <I>(
      spec: CommandSpec<I, SavedGuidance>,
      input: I,
      title: string,
      options?: CommandOptions,
    ): Promise<Outcome> => {
      const result = await run(spec, input, options)
      if (!result.ok) return { value: null, refusal: result.refusal }
      if (result.value.confirmed) announce(t('saved', { title }))
      else announce(refusalText({ key: 'journal.unavailable' }), 'problem')
      return { value: result.value.value, refusal: null }
    },
    [run, t],
  )
}

/** The form knows `title`; the command `words.title`. */
export function besideField(refusal: Refusal): Refusal {
  const field = refusal.field?.replace(/^words\./, '').replace(/\.\d+.*$/, '')
  return field === undefined ? refusal : { ...refusal, field }
}
