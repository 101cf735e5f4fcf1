import { join } from 'node:path'
import { accept } from '../../shared/util/result'
import { writeFileAtomic } from '../services/atomicFile'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** `front-desk-diagnostics-20261122-0930.json`, by the clock of the machine in UTC. */
export function diagnosticsName(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T')
  return `front-desk-diagnostics-${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}.json`
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
