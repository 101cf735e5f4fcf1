export { BackupReminders } from './BackupReminders'
export { BackupWord } from './BackupWord'
export { useReminders } from './useReminders'
export { ratioOf, useBackupState } from './useBackupState'
