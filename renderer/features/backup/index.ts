export { BackupReminders } from './BackupReminders'
export { BackupWord } from './BackupWord'
export { ratioOf, useBackupState } from './useBackupState'
