import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type RegisterWords,
  useTimelineWords,
  type Vocabulary,
} from '../../register/timeline/useTimelineWords'
import { translateKey } from '../../ui'

const vocabulary: Vocabulary = { namespace: 'guidance', labels: {}, values: {} }

/** The words of a matter's timeline; causes are worded as the complaints have them. */
export function useGuidanceWords(): RegisterWords {
  const words = useTimelineWords(vocabulary)
  const { t } = useTranslation('guidance')
  return useMemo(
    () => ({
      ...words,
      value: (path, value) =>
        path === 'causes' ? translateKey(`complaints:cause.${value}`, undefined, value) : null,
      yes: t('yes'),
      no: t('no'),
    }),
    [words, t],
  )
}
