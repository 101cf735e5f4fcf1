import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { type CommandOptions, type CommandSpec, useRun } from '../../data'
import { announce } from '../../ui'

/** What is said once it is done: 已保存, 已结束, 已作废. */
export type SavedWord = 'saved' | 'ended' | 'voided'

/** What a command answered: its value, or the refusal to be shown. */
export type Outcome<O> = { value: O; refusal: null } | { value: null; refusal: Refusal }

/**
 * Runs a command of the 住户档案 and says what was saved, once the journal has it too (quality 1); what is in the
 * database only is said as a danger that stays on the screen.
 */
export function useSaveEntry() {
  const run = useRun()
  const { t } = useTranslation('households')
  return useCallback(
    async <I, O>(
      spec: CommandSpec<I, O>,
      input: I,
      what: string,
      options: CommandOptions & { word?: SavedWord } = {},
    ): Promise<Outcome<O>> => {
      const { word = 'saved', ...rest } = options
      const result = await run(spec, input, rest)
      if (!result.ok) return { value: null, refusal: result.refusal }
      if (result.value.confirmed) announce(t(`saving.${word}`, { what }))
      else announce(t('saving.unconfirmed', { what }), 'problem')
      return { value: result.value.value, refusal: null }
    },
    [run, t],
  )
}
