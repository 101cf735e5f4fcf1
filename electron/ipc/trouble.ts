import { join } from 'node:path'
import { formatCivil } from '../../shared/util/civilTime'
import { accept } from '../../shared/util/result'
import { writeFileAtomic } from '../services/atomicFile'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** `物业前台诊断-20261122-1730.json`, in the estate's time: the name is read aloud on the telephone. */
export function diagnosticsName(at: Date): string {
  const [day = '', time = ''] = formatCivil(at.toISOString()).split(' ')
  return `物业前台诊断-${day.replaceAll('-', '')}-${time.replace(':', '')}.json`
}

/** When things go wrong for a user: a new start, and the diagnostics file. */
export function troubleHandlers(
  ports: Pick<Ports, 'restart' | 'diagnose' | 'askWhere' | 'documentsFolder'>,
): HandlersOf<'trouble'> {
  return {
    'trouble.restart': writes(() => {
      ports.restart()
      return accept({})
    }),
    'trouble.saveDiagnostics': writes(async ({ page }, { window }) => {
      const defaultPath = join(ports.documentsFolder(), diagnosticsName(new Date()))
      const filters = [{ name: 'JSON', extensions: ['json'] }]
      const path = await ports.askWhere(window, { defaultPath, filters })
      if (path === null) return accept({ path })
      await writeFileAtomic(path, await ports.diagnose(page))
      return accept({ path })
    }),
  }
}
