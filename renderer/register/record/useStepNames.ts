import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { translateKey } from '../../ui'
import type { Offer } from './offers'

/** The words for a step of a register; what keeps it from being taken is said behind it. */
export function useStepNames(namespace: string): (offer: Offer<string>) => string {
  const { t } = useTranslation(['record', 'common'])
  return useCallback(
    ({ step, again, needsRoles, needs = [], bar }) => {
      const first = translateKey(`${namespace}:step.${step}`)
      const name = again ? translateKey(`${namespace}:step.${step}Again`, undefined, first) : first
      if (needsRoles.length > 0) {
        const roles = needsRoles.map((key) => t(`common:role.${key}`)).join('、')
        return t('step.needsRole', { step: name, roles })
      }
      if (bar) return translateKey(bar.key, { ...bar.params, step: name })
      if (needs.length === 0) return name
      const items = needs.map((key) => translateKey(`${namespace}:missing.${key}`)).join('、')
      return t('step.needs', { step: name, items })
    },
    [t, namespace],
  )
}
