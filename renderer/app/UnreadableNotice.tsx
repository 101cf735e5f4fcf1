import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { may } from '../../shared/domain/office/permissions'
import { useData } from '../data'
import { NoticeBar, translateKey } from '../ui'
import { report } from '../platform/report'
import { useShell } from './shell/context'
import type { SectionRows } from './useToday'

/** Above 今日待办: records that are damaged and so are not in the list; draws nothing where there are none. */
export function UnreadableNotice({ unreadable }: Pick<SectionRows, 'unreadable'>) {
  const { t } = useTranslation('today')
  const { user } = useShell()
  const { selfCheck } = useData()
  const navigate = useNavigate()
  const count = unreadable.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  const where = unreadable.map((one) => translateKey(`shell:nav.${one.register}`)).join(t('unreadable.and'))
  const allowed = may(user.role, 'settings.write')
  const check = () => {
    selfCheck.run(false).catch((error: unknown) => report('selfCheck.failed', error))
    void navigate('/settings/security')
  }
  return (
    <NoticeBar tone="danger" action={allowed && <Button onClick={check}>{t('unreadable.check')}</Button>}>
      {t('unreadable.text', { count, where })}
      {t(allowed ? 'unreadable.here' : 'unreadable.ask')}
    </NoticeBar>
  )
}
