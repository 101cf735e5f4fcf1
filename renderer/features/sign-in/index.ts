export { LockScreen } from './LockScreen'
export { officeTitle } from './officeTitle'
export { SignInScreen } from './SignInScreen'
export { SwitchUser } from './SwitchUser'
