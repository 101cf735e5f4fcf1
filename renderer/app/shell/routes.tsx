import { Suspense } from 'react'
import { HashRouter, Navigate, Outlet, Route, Routes, useLocation } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { ErrorBoundary } from '../ErrorBoundary'
import type { Register } from '../register'
import { registers } from '../registers'
import { useShell } from './context'
import { Frame } from './Frame'

/**
 * The routes, from the registry alone. Each register's screens are fetched when it is opened first. Without the library's
 * data routers, of which nothing is used: they would be a twentieth of what the first screen loads.
 */
export function Screens() {
  return (
    <HashRouter>
      <Routes>
        <Route element={<FrameRoute />}>
          {registers.map((register) => (
            <Route
              key={register.key}
              path={`/${register.key}/*`}
              element={<RegisterRoute register={register} />}
            />
          ))}
          <Route path="*" element={<Navigate to="/today" replace />} />
        </Route>
      </Routes>
    </HashRouter>
  )
}

function FrameRoute() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

function RegisterRoute({ register }: { register: Register }) {
  const { user } = useShell()
  const { pathname } = useLocation()
  const { Screen } = register
  if (register.permission && !may(user.role, register.permission)) return <Navigate to="/today" replace />
  // Leaving a broken screen for another must show the other.
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ErrorBoundary>
  )
}
