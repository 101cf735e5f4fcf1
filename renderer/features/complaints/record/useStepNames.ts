import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offer, StepName } from './actions'

const AGAIN = {
  judge: 'judgeAgain',
  assign: 'assignAgain',
  suspend: 'suspendAgain',
  answer: 'answerAgain',
  recordReturnVisit: 'recordReturnVisitAgain',
  verify: 'verifyAgain',
} as const

/** The words for a step; what keeps it from being taken is said behind it. */
export function useStepNames(): (offer: Offer) => string {
  const { t } = useTranslation(['complaints', 'branches'])
  const { t: common } = useTranslation('common')
  return useCallback(
    ({ step, again, needsRoles, needs, attempts }: Offer) => {
      const name = again && hasAgain(step) ? t(`step.${AGAIN[step]}`) : t(`step.${step}`)
      if (needsRoles.length > 0) {
        const roles = needsRoles.map((key) => common(`role.${key}`)).join('、')
        return t('step.needsRole', { step: name, roles })
      }
      if (attempts) {
        const { left } = attempts
        return left > 0
          ? t('branches:giveUp.needs', { step: name, left })
          : t('branches:giveUp.needsOtherDay', { step: name })
      }
      if (needs.length === 0) return name
      const items = needs.map((field) => t(`missing.${field as 'answers'}`)).join('、')
      return t('step.needs', { step: name, items })
    },
    [t, common],
  )
}

function hasAgain(step: StepName): step is keyof typeof AGAIN {
  return step in AGAIN
}
