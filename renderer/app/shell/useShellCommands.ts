import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useData } from '../../data'
import { useMenuCommand } from '../../ui'
import type { Register } from '../register'
import { useShell } from './context'
import { creatableFor, placesFor } from './places'

export type OpenDialog = 'search' | 'keys' | 'switchUser' | 'about' | null

/** What the frame's parts share. */
export interface ShellState {
  dialog: OpenDialog
  setDialog: (dialog: OpenDialog) => void
  lock: () => void
  /** Registers in which this user may begin a record; the open one first. */
  creatable: readonly Register[]
  create: (register: Register) => void
}

/** Registers this role sees, in order: Ctrl+1 is the first. */
export function useVisibleRegisters(): readonly Register[] {
  const { registers, user } = useShell()
  return placesFor(registers, user.role)
}

/** Answers the commands that no screen answers: going places, 新建, 搜索, 锁定, 切换用户, the help on keys. */
export function useShellCommands(): ShellState {
  const { session } = useData()
  const { user, registers } = useShell()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const visible = useVisibleRegisters()
  const [dialog, setDialog] = useState<OpenDialog>(null)

  const creatable = creatableFor(registers, user.role, pathname)
  const create = (register: Register) => void navigate(`/${register.key}/new`)
  const lock = () => session.lock()
  const goto = (index: number) => () => {
    const register = visible[index - 1]
    if (register) void navigate(`/${register.key}`)
  }

  useMenuCommand('search', () => setDialog('search'), true, true)
  useMenuCommand('keys', () => setDialog('keys'), true, true)
  useMenuCommand('about', () => setDialog('about'), true, true)
  useMenuCommand('switchUser', () => setDialog('switchUser'), true, true)
  useMenuCommand('lock', lock, true, true)
  useMenuCommand('back', () => void navigate(-1), true, true)
  useMenuCommand('forward', () => void navigate(1), true, true)
  useMenuCommand('new', () => creatable[0] && create(creatable[0]), true, true)
  useMenuCommand('goto1', goto(1), true, true)
  useMenuCommand('goto2', goto(2), true, true)
  useMenuCommand('goto3', goto(3), true, true)
  useMenuCommand('goto4', goto(4), true, true)
  useMenuCommand('goto5', goto(5), true, true)
  useMenuCommand('goto6', goto(6), true, true)
  useMenuCommand('goto7', goto(7), true, true)
  useMenuCommand('goto8', goto(8), true, true)
  useMenuCommand('goto9', goto(9), true, true)
  return { dialog, setDialog, lock, creatable, create }
}
