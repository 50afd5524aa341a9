// @vitest-environment jsdom
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atomFeed } from '../../src/build/feed.ts'
import { publishedDates } from '../../src/build/publishedDates.ts'
import { robotsText, sitemapFiles } from '../../src/build/sitemap.ts'
import { hebrewInterview } from '../support/interviews.ts'

const SITE = 'https://example.org/colloquy/'
const parsed = (text: string) => new DOMParser().parseFromString(text, 'application/xml')

describe('the sitemap', () => {
  const entries = Array.from({ length: 5 }, (_, index) => ({ path: `/a'${index}&/`, updated: null }))

  test('is one file for a site of any usual size', () => {
    const files = sitemapFiles(SITE, entries)
    expect([...files.keys()]).toEqual(['sitemap.xml'])
    const locations = [...parsed(files.get('sitemap.xml') ?? '').querySelectorAll('urlset > url > loc')]
    expect(locations.map((each) => each.textContent)).toEqual(entries.map(({ path }) => SITE + path.slice(1)))
  })

  test('is an index of several above what one may name', () => {
    const files = sitemapFiles(SITE, entries, 2)
    const index = [...parsed(files.get('sitemap.xml') ?? '').querySelectorAll('sitemapindex > sitemap > loc')]
    const names = ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']
    expect(index.map((each) => each.textContent)).toEqual(names.map((name) => SITE + name))
    const named = names.map((name) => parsed(files.get(name) ?? '').querySelectorAll('url').length)
    expect(named).toEqual([2, 2, 1])
  })

  test('is named by robots.txt with its whole address', () => {
    expect(robotsText(SITE)).toContain('\nSitemap: https://example.org/colloquy/sitemap.xml\n')
  })
})

describe('the feed', () => {
  test('holds the interview that changed last first, whatever stands in its title', () => {
    const older = { ...hebrewInterview(), title: ']]> & <b>\u0000' }
    const newer = hebrewInterview()
    const feed = parseAtomFeed(
      atomFeed(SITE, [
        { interview: older, updated: '2024-01-01T00:00:00.000Z' },
        { interview: newer, updated: '2025-01-01T00:00:00.000Z' },
      ]) ?? '',
    )
    expect(feed.updated).toBe('2025-01-01T00:00:00.000Z')
    expect(feed.entries?.map(({ title }) => title)).toEqual([{ value: newer.title }, { value: ']]> & <b>' }])
  })

  test('is not there without interviews, since it could not say when it was updated', () => {
    expect(atomFeed(SITE, [])).toBeNull()
  })
})

describe('the date of a published file', () => {
  let folder: string
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: '2024-05-06T07:08:09+02:00' },
      stdio: 'ignore',
    })
  const write = (name: string, text = name) => {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-'))
    for (const name of ['kept.md', 'changed.md', 'ünïcödé name.md']) write(name)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is that of the last commit that touched it, or of the file when it was changed since or is new', async () => {
    git('init')
    git('add', '.')
    git('commit', '-m', 'first')
    write('changed.md', 'another text')
    write('new.md')
    const dates = await publishedDates(folder, ['kept.md', 'changed.md', 'new.md', 'ünïcödé name.md'])
    expect([...dates]).toEqual([
      ['kept.md', '2024-05-06T05:08:09.000Z'],
      ['changed.md', '2023-11-14T22:13:20.000Z'],
      ['new.md', '2023-11-14T22:13:20.000Z'],
      ['ünïcödé name.md', '2024-05-06T05:08:09.000Z'],
    ])
  })

  test('is that of the file where there is no repository', async () => {
    const dates = await publishedDates(folder, ['kept.md'])
    expect(dates.get('kept.md')).toBe('2023-11-14T22:13:20.000Z')
  })
})
