import { createBuilder, type InlineConfig } from 'vite'

/**
 * Builds a site that only a test knows. With CI a build ends where the addresses of an interview are not recorded; those of
 * a fixture never are.
 *
 * @throws Error as the build does
 */
export async function buildFixture(settings: InlineConfig): Promise<void> {
  const ci = process.env['CI']
  delete process.env['CI']
  try {
    await (await createBuilder(settings)).buildApp()
  } finally {
    if (ci !== undefined) process.env['CI'] = ci
  }
}
