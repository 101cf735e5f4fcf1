import { BACKUP_ENDING, BACKUP_REASONS, type BackupReason } from '../../../shared/schema/backup'
import { ESTATE_ZONE } from '../../../shared/util/civilTime'
import { safeFileName } from '../fileNames'

/** Whose backups: names the folder in which they lie. */
export interface BackupOffice {
  officeId: string
  estateName: string
  officeName: string
}

const STAMP = new Intl.DateTimeFormat('en-CA', {
  timeZone: ESTATE_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** `20261122-173005`, the estate's time of an instant. */
function stampOf(madeAt: string): string {
  const parts = Object.fromEntries(
    STAMP.formatToParts(new Date(madeAt)).map(({ type, value }) => [type, value]),
  )
  const { year, month, day, hour, minute, second } = parts
  return `${year}${month}${day}-${hour}${minute}${second}`
}

/** `20261122-173005-hourly.fdbackup`; another one of the same second gets `-2` and so on. */
export function backupName(madeAt: string, reason: BackupReason, taken: ReadonlySet<string>): string {
  const stamp = stampOf(madeAt)
  for (let serial = 1; ; serial += 1) {
    const name = `${stamp}${serial === 1 ? '' : `-${serial}`}-${reason}${BACKUP_ENDING}`
    if (!taken.has(name)) return name
  }
}

const NAME = new RegExp(`^\\d{8}-\\d{6}(-\\d+)?-(${BACKUP_REASONS.join('|')})\\.fdbackup$`)

/** Whether a file is named as backups are. */
export function isBackupName(name: string): boolean {
  return NAME.test(name)
}

/** `阳光花园管理处-0a1b2c3d`: the folder of one office in a place that may hold several. */
export function folderName({ officeId, estateName, officeName }: BackupOffice): string {
  const title = officeName.startsWith(estateName) ? officeName : `${estateName}${officeName}`
  const whole = safeFileName(title.slice(0, 40)).replaceAll(/[.\s]+$/g, '')
  return `${whole}-${officeId.replaceAll('-', '').slice(0, 8)}`
}

/** For whoever finds the folder. Lines end as Windows wants them. */
export const README_NAME = '说明.txt'
export const README = [
  '这里是“物业前台”的备份。每个 .fdbackup 文件是一份完整的备份，用《恢复单》上的备份密码加密；attachments 里是附件。',
  '',
  '恢复：在新电脑上安装“物业前台”，第一次打开时选“从备份恢复”，选这个文件夹里最新的 .fdbackup 文件，输入《恢复单》上的备份密码。',
  '',
  '没有这个程序也能打开：用通用的 age 程序解密（age -d -o b.tgz 文件名.fdbackup），再解压 b.tgz，里面是文本。',
  '',
  '请不要改名、移动或删除这里的文件；旧的备份由程序自动清理。',
  '',
  'Backups of "Front Desk". Each .fdbackup is one whole backup, encrypted with the password on the recovery sheet.',
  'Open it with the app, or with the free program age: age -d -o b.tgz NAME.fdbackup, then tar xzf b.tgz.',
  '',
].join('\r\n')
