import HomeOutlined from '@mui/icons-material/HomeOutlined'
import RecordVoiceOverOutlined from '@mui/icons-material/RecordVoiceOverOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import TodayOutlined from '@mui/icons-material/TodayOutlined'
import { type ComponentType, lazy } from 'react'
import type { Permission } from '../../shared/domain/office/permissions'
import { type Waiting, waitingIn } from './waiting'

/** A place of the navigation with its screens. */
export interface Register {
  /** Name in `shell:nav` and the first part of its routes: `/complaints/*`. */
  key: 'today' | 'complaints' | 'households' | 'settings'
  icon: typeof TodayOutlined
  /** The feature's screens, fetched when opened first: the default export draws everything below `/<key>`. */
  Screen: ComponentType
  /** Who sees it; everybody when left out. */
  permission?: Permission
  /** 新建 opens `/<key>/new`, for those who may do this. */
  create?: Permission
  /** What waits in it, listed under 今日. */
  waiting?: Waiting
  /** Kinds of its drafts: `complaint` for `complaint.intake`. */
  draftKind?: string
}

/** One entry a register, in the order of the day (ui.md, "Frame"). */
export const registers: readonly Register[] = [
  { key: 'today', icon: TodayOutlined, Screen: lazy(() => import('./TodayRoute')) },
  {
    key: 'complaints',
    icon: RecordVoiceOverOutlined,
    Screen: lazy(() => import('../features/complaints')),
    create: 'record.register',
    waiting: waitingIn('complaints', 'complaints', ({ intake }) => ({
      about: intake.content,
      who: [intake.complainant.unitCode, intake.complainant.name].filter(Boolean).join(' '),
    })),
    draftKind: 'complaint',
  },
  {
    key: 'households',
    icon: HomeOutlined,
    Screen: lazy(() => import('../features/households')),
    create: 'household.write',
    draftKind: 'household',
  },
  {
    key: 'settings',
    icon: SettingsOutlined,
    Screen: lazy(() => import('./SettingsRoute')),
    permission: 'settings.write',
  },
]
