import type { SvgIconProps } from '@mui/material/SvgIcon'
import type { ComponentType } from 'react'
import type { Permission } from '../../shared/domain/office/permissions'
import type { Waiting } from './waiting'

/** A place of the navigation with its screens. */
export interface Register {
  /** Name in `shell:nav` and the first part of its routes: `/complaints/*`. */
  key:
    | 'today'
    | 'complaints'
    | 'lostItems'
    | 'lostReports'
    | 'shelfCounts'
    | 'incidents'
    | 'visits'
    | 'returnVisits'
    | 'visitMonths'
    | 'monthReviews'
    | 'corrections'
    | 'households'
    | 'guidance'
    | 'scans'
    | 'personRequests'
    | 'disputes'
    | 'settings'
  icon: ComponentType<SvgIconProps>
  /** The feature's screens, fetched when opened first: the default export draws everything below `/<key>`. */
  Screen: ComponentType
  /** Reached from other screens only: no place of the navigation, no Ctrl+digit. */
  hidden?: boolean
  /**
   * Shares this register's place of the navigation, which is marked while either is open; its tabs lead here
   * (`RegisterTabs`), and 新建 begins records in both.
   */
  under?: Register['key']
  /** Who sees it; everybody when left out. */
  permission?: Permission
  /** 新建 opens `/<key>/new`, for those who may do this. */
  create?: Permission
  /** What waits in it, listed under 今日. */
  waiting?: Waiting
  /** A `SectionPanel` beside 今日: visits against the goal, lost property past its date. Nothing where there is nothing. */
  Headline?: ComponentType
  /** Kinds of its drafts: `complaint` for `complaint.intake`. */
  draftKind?: string
}
