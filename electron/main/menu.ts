import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/ipc/bridge'
import type { DesktopTexts } from './texts'

/** What the menu makes happen in the window that has the focus. `zoom`: -1 out, 0 to 100 %, 1 in. */
export interface MenuActions {
  command: (command: MenuCommand) => void
  zoom: (direction: -1 | 0 | 1) => void
}

const GOTO: readonly MenuCommand[] = [
  'goto1',
  'goto2',
  'goto3',
  'goto4',
  'goto5',
  'goto6',
  'goto7',
  'goto8',
  'goto9',
]
const LINE: MenuItemConstructorOptions = { type: 'separator' }

/** The whole menu (ui.md, Habits). Keys of text editing are roles, so that they work in any field as usual. */
export function menuTemplate({ menu: t }: DesktopTexts, actions: MenuActions): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => actions.command(command),
  })
  return [
    { label: t.file, submenu: fileMenu(t, item) },
    { label: t.edit, submenu: editMenu(t, item) },
    { label: t.view, submenu: viewMenu(t, item, actions) },
    {
      label: t.goto,
      submenu: GOTO.map((command, at) =>
        item(t.gotoItem.replace('{{number}}', String(at + 1)), command, `CmdOrCtrl+${at + 1}`),
      ),
    },
    { label: t.help, submenu: [item(t.keys, 'keys', 'F1'), LINE, item(t.about, 'about')] },
  ]
}

type Words = DesktopTexts['menu']
type Item = (label: string, command: MenuCommand, accelerator?: string) => MenuItemConstructorOptions

function fileMenu(t: Words, item: Item): MenuItemConstructorOptions[] {
  return [
    item(t.new, 'new', 'CmdOrCtrl+N'),
    item(t.save, 'save', 'CmdOrCtrl+S'),
    item(t.saveAndClose, 'saveAndClose', 'CmdOrCtrl+Enter'),
    LINE,
    item(t.print, 'print', 'CmdOrCtrl+P'),
    item(t.scan, 'scan', 'CmdOrCtrl+O'),
    LINE,
    item(t.switchUser, 'switchUser'),
    item(t.lock, 'lock', 'CmdOrCtrl+L'),
    LINE,
    { label: t.closeWindow, role: 'close' },
    { label: t.quit, role: 'quit' },
  ]
}

function editMenu(t: Words, item: Item): MenuItemConstructorOptions[] {
  return [
    { label: t.undoText, role: 'undo' },
    { label: t.redo, role: 'redo' },
    LINE,
    { label: t.cut, role: 'cut' },
    { label: t.copy, role: 'copy' },
    { label: t.paste, role: 'pasteAndMatchStyle', accelerator: 'CmdOrCtrl+V' },
    { label: t.selectAll, role: 'selectAll' },
    LINE,
    item(t.editRecord, 'edit', 'F2'),
    item(t.undoStep, 'undo', 'CmdOrCtrl+Alt+Z'),
  ]
}

function viewMenu(t: Words, item: Item, { zoom }: MenuActions): MenuItemConstructorOptions[] {
  return [
    item(t.search, 'search', 'CmdOrCtrl+K'),
    LINE,
    item(t.back, 'back', 'Alt+Left'),
    item(t.forward, 'forward', 'Alt+Right'),
    LINE,
    { id: 'zoomIn', label: t.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1) },
    // The same key without Shift, as most hands press it.
    { label: t.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false, click: () => zoom(1) },
    { id: 'zoomOut', label: t.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
    { id: 'zoomReset', label: t.zoomReset, accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
    LINE,
    { label: t.fullScreen, role: 'togglefullscreen' },
  ]
}

/** What a right click in a field offers; null where there is nothing to edit or copy. */
export function contextTemplate(
  { menu: t }: DesktopTexts,
  params: { isEditable: boolean; selectionText: string },
): MenuItemConstructorOptions[] | null {
  const copy: MenuItemConstructorOptions = { label: t.copy, role: 'copy' }
  if (params.isEditable)
    return [
      { label: t.undoText, role: 'undo' },
      LINE,
      { label: t.cut, role: 'cut' },
      copy,
      { label: t.paste, role: 'pasteAndMatchStyle' },
      LINE,
      { label: t.selectAll, role: 'selectAll' },
    ]
  return params.selectionText.trim() === '' ? null : [copy]
}
