export { LockScreen } from './LockScreen'
export { SignInScreen } from './SignInScreen'
export { SwitchUser } from './SwitchUser'
