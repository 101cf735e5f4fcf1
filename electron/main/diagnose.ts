import os from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { diagnosticsName } from '../ipc/trouble'
import { writeFileAtomic } from '../services/atomicFile'
import type { PageFacts } from '../../shared/ipc/troubleChannels'
import { diagnosticsText, type MachineFacts } from '../services/diagnostics'
import { freeBytes } from '../services/diskSpace'
import type { DataDirs } from './dataDirs'
import type { Services } from './services'

const MB = 1024 * 1024

async function machineFacts({ profile, ledger }: DataDirs, demo: boolean): Promise<MachineFacts> {
  const { electron = '', chrome = '', node } = process.versions
  const free = await freeBytes([profile, ledger]).catch(() => -MB)
  return {
    versions: { app: app.getVersion(), electron, chrome, node },
    system: {
      platform: process.platform,
      release: os.release(),
      arch: process.arch,
      locale: app.getLocale(),
    },
    packaged: app.isPackaged,
    demo,
    megabytes: {
      memory: Math.round(os.totalmem() / MB),
      freeMemory: Math.round(os.freemem() / MB),
      ownMemory: Math.round(process.memoryUsage().rss / MB),
      freeDisk: Math.round(free / MB),
    },
    cores: os.cpus().length,
    uptimeSeconds: Math.round(process.uptime()),
  }
}

/** Makes the text of a diagnostics file of this desk; `page` is null where no page can be asked. */
export async function diagnose(
  services: Services,
  dirs: DataDirs,
  demo: boolean,
  page: PageFacts | null,
): Promise<string> {
  // What is in the log's queue is of the last moments, which matter most.
  await services.log.flush()
  return diagnosticsText({
    at: new Date(),
    machine: () => machineFacts(dirs, demo),
    ledger: () => services.office.ledger.status(),
    vault: () => services.office.vault.state(),
    datasets: async () => {
      const { staged, replaced } = await services.datasets.list()
      return { staged: staged.length, replaced: replaced.length }
    },
    logFile: dirs.logFile,
    page,
  })
}

/** Saves the file from main alone, for a window whose page is gone. Throws the system's error. */
export async function saveDiagnostics(
  window: BrowserWindow,
  services: Services,
  dirs: DataDirs,
  demo: boolean,
): Promise<void> {
  const defaultPath = join(app.getPath('documents'), diagnosticsName(new Date()))
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath })
  if (!canceled && filePath) await writeFileAtomic(filePath, await diagnose(services, dirs, demo, null))
}
