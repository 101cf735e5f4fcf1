import Add from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/office/types'
import { useQuery, usersWithoutPin } from '../../data'
import { StatusChip } from '../../ui'
import type { ScreenChoices } from './choices'
import { PinDialog } from './PinDialog'
import { UserDialog } from './UserDialog'

type Open = { kind: 'user'; user: User | null } | { kind: 'pin'; user: User } | null

/** Users, their roles and PINs (domain 1). Nobody is deleted: records name them. */
export function UsersPanel({ onHashPin }: Pick<ScreenChoices, 'onHashPin'>) {
  const { t } = useTranslation(['settings', 'common'])
  const [open, setOpen] = useState<Open>(null)
  const users = useQuery(async (db) => {
    const all = await db.of('users').toArray()
    return all.toSorted((a, b) => Number(b.active) - Number(a.active) || (a.createdAt < b.createdAt ? -1 : 1))
  }, [])
  const withoutPin = useQuery((db) => usersWithoutPin(db), [])
  const pinLabel = ({ id }: User) =>
    t(withoutPin?.has(id) ? 'settings:users.firstPin' : 'settings:users.setPin')
  const close = () => setOpen(null)
  return (
    <>
      <Box>
        <Button variant="contained" startIcon={<Add />} onClick={() => setOpen({ kind: 'user', user: null })}>
          {t('settings:users.add')}
        </Button>
      </Box>
      <Box component="table" aria-label={t('settings:users.list')} sx={tableLook}>
        <thead>
          <tr>
            <th scope="col">{t('settings:users.name')}</th>
            <th scope="col">{t('settings:users.role')}</th>
            <th scope="col">{t('settings:users.state')}</th>
            <th scope="col">{t('settings:users.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {users?.map((user) => (
            <tr key={user.id}>
              <th scope="row">{user.name}</th>
              <td>{t(`common:role.${user.role}`)}</td>
              <td>
                <StatusChip
                  tone={user.active ? 'good' : 'void'}
                  label={user.active ? t('settings:users.active') : t('settings:users.inactive')}
                />
                {user.active && withoutPin?.has(user.id) && (
                  <StatusChip plain tone="soon" label={t('settings:users.noPin')} />
                )}
              </td>
              <td>
                <Button
                  variant="text"
                  aria-label={`${t('common:edit')} ${user.name}`}
                  onClick={() => setOpen({ kind: 'user', user })}
                >
                  {t('common:edit')}
                </Button>
                <Button
                  variant="text"
                  aria-label={`${pinLabel(user)} ${user.name}`}
                  onClick={() => setOpen({ kind: 'pin', user })}
                >
                  {pinLabel(user)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      {open?.kind === 'user' && <UserDialog user={open.user} onHashPin={onHashPin} onClose={close} />}
      {open?.kind === 'pin' && <PinDialog user={open.user} onHashPin={onHashPin} onClose={close} />}
    </>
  )
}

const tableLook = {
  width: '100%',
  borderCollapse: 'collapse',
  bgcolor: 'background.paper',
  border: '1px solid',
  borderColor: 'divider',
  '& th, & td': { textAlign: 'left', px: 3, height: 40, borderBottom: '1px solid', borderColor: 'divider' },
  '& thead th': { fontWeight: 400, fontSize: 13, color: 'text.secondary', height: 30 },
  '& td:last-child, & thead th:last-child': { textAlign: 'right' },
} as const
