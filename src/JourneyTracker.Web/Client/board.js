'use strict'

// Keeps the board live. The page stands at a feed position; the hub sends every movement after it, once and in order.
const CARDS_SHOWN = 50
const TICKER_LINES = 8
const FETCHES_BEFORE_REDRAW = 40
const MOVES_BEFORE_REDRAW = 300
const FLUSH_EVERY = 700
const SPEAK_EVERY = 6000
const RETRY_AFTER = [0, 1000, 2000, 5000, 10000]

let board = document.getElementById('board')
let position = Number(board.dataset.position)
let seen = position
let epoch = board.dataset.epoch
let waiting = []
let spoken = { count: 0, last: '' }
let busy = false
let catchingUp = true
let lostAt = null
let anew = null
let stale = false

const connection = new signalR.HubConnectionBuilder()
  .withUrl('/hubs/board', { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true })
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: retry => pause(retry.previousRetryCount) })
  .configureLogging(signalR.LogLevel.None)
  .build()

connection.onreconnecting(() => lost())
connection.onreconnected(() => watch())
connection.onclose(() => { lost(); setTimeout(start, pause(1)) })

let tries = 0
async function start () {
  try {
    await connection.start()
    tries = 0
    watch()
  } catch {
    lost()
    setTimeout(start, pause(++tries))
  }
}

// A connection that breaks ends its stream first, and while it still counts as connected: whoever comes back then must not watch beside the one that comes back with the connection.
let turn = 0
function watch () {
  const mine = ++turn
  catchingUp = true
  anew = null
  connection.stream('WatchFrom', board.dataset.board, seen, epoch).subscribe({
    next: frame => { if (mine === turn) take(frame) },
    complete: () => {},
    error: () => {
      if (mine !== turn) return
      lost()
      setTimeout(() => { if (mine === turn && connection.state === signalR.HubConnectionState.Connected) watch() }, pause(2))
    }
  })
}

function take (frame) {
  seen = frame.position
  epoch = frame.epoch ?? epoch
  if (frame.kind === 'movement') {
    waiting.push(frame)
  } else if (frame.kind === 'caught-up') {
    catchingUp = false
    say(anew ?? (lostAt === null ? 'Connected. Movements appear as they happen.' : `Connected again. ${movements(frame.missed)} came meanwhile.`), 'on')
    lostAt = null
  } else if (frame.kind === 'snapshot') {
    anew = frame.words ?? 'Connected.'
    stale = true
  }
}

function lost () {
  if (lostAt === null) lostAt = clock()
  say(`Connection lost. Reconnecting since ${lostAt}. The board shows the moment of ${board.dataset.moment}.`, 'off')
}

function say (words, state) {
  const line = document.getElementById('connection')
  line.textContent = words
  line.dataset.state = state
}

setInterval(flush, FLUSH_EVERY)
setInterval(speak, SPEAK_EVERY)

async function flush () {
  if (busy || catchingUp || (waiting.length === 0 && !stale)) return
  busy = true
  const frames = waiting.splice(0)
  const wasStale = stale
  stale = false
  try {
    if (wasStale || frames.length > MOVES_BEFORE_REDRAW || frames.filter(needsFetching).length > FETCHES_BEFORE_REDRAW) {
      await redraw()
    } else {
      for (const frame of frames) await move(frame)
      board.dataset.moment = clock()
    }
  } catch {
    waiting = frames.concat(waiting)
    stale ||= wasStale
  } finally {
    busy = false
  }
}

// A filter may show her no longer where she is now.
function needsFetching (frame) { return !card(frame.journey) || board.dataset.query !== '' }

async function move (frame) {
  if (frame.position <= position) return
  const known = card(frame.journey)
  const found = needsFetching(frame) ? await fetchCard(frame) : known
  if (found && column(frame.to)) place(known ?? found, frame)
  else if (known) leave(known, frame)
  position = frame.position
}

function leave (known, frame) {
  known.remove()
  count(column(frame.from), -1)
  women(-1)
}

async function fetchCard (frame) {
  const answer = await fetch(`/board/card/${frame.journey}?${board.dataset.query}`)
  if (answer.status === 401) location.reload() // The session has ended: the page leads to sign-in.
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error('no card')
  return document.importNode(parsed(await answer.text()).querySelector('.card'), true)
}

function place (found, frame) {
  const to = column(frame.to)
  const since = found.querySelector('.card__since')
  if (frame.change !== 'revised' || frame.from !== frame.to) {
    count(column(frame.from), -1)
    count(to, +1)
    if (!column(frame.from)) women(+1)
    tell(found, frame)
  }
  since.dataset.since = frame.day
  since.textContent = sinceWords(frame.day)
  found.dataset.stage = frame.to
  const cards = to.querySelector('.cards')
  if (found.parentElement !== cards) {
    const focused = found.contains(document.activeElement) ? document.activeElement : null
    cards.prepend(found)
    showFound(found)
    watched.observe(found)
    focused?.focus({ preventScroll: true })
    found.classList.add('card--moved')
    setTimeout(() => found.classList.remove('card--moved'), 4000)
    if (cards.parentElement.lastElementChild.matches('.column__more') && cards.children.length > CARDS_SHOWN) cards.lastElementChild.remove()
  }
}

function tell (found, frame) {
  const [from, to] = [words(frame.from), words(frame.to)]
  const line = document.createElement('li')
  const link = found.querySelector('.card__link').cloneNode(true)
  link.className = 'govuk-link govuk-link--no-visited-state'
  line.append(time(frame.at), link, ` ${from} `, hidden('→', true), hidden('to', false), ` ${to}`)
  const list = document.getElementById('ticker')
  list.prepend(line)
  while (list.children.length > TICKER_LINES) list.lastElementChild.remove()
  document.getElementById('ticker-none').hidden = true
  spoken = { count: spoken.count + 1, last: `${link.textContent.trim()}: ${from} to ${to}.` }
}

// What a screen reader hears is limited: one sentence every few seconds, however many movements there were.
function speak () {
  if (spoken.count === 0) return
  document.getElementById('announcer').textContent =
    spoken.count === 1 ? spoken.last : `${movements(spoken.count)}. The last: ${spoken.last}`
  spoken = { count: 0, last: '' }
}

async function redraw () {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'Journey-Redraw': '1' } })
  if (!answer.ok) throw new Error('no board')
  const fresh = parsed(await answer.text()).getElementById('board')
  const focused = board.contains(document.activeElement) ? document.activeElement : null
  const focusedCard = focused?.closest('.card')?.id
  for (const part of ['.columns', '.ticker__list', '#women', '#news']) if (fresh.querySelector(part)) board.querySelector(part)?.replaceWith(document.importNode(fresh.querySelector(part), true))
  columnsDrawn()
  document.getElementById('empty')?.toggleAttribute('hidden', fresh.querySelector('#empty') === null)
  if (fresh.querySelector('#drawing') === null) document.getElementById('drawing')?.remove()
  position = Number(fresh.dataset.position)
  board.dataset.moment = clock()
  if (focused && !focused.isConnected) {
    const again = focusedCard
      ? document.getElementById(focusedCard)?.querySelector('.card__link')
      : [...board.querySelectorAll('a')].find(link => link.getAttribute('href') === focused.getAttribute('href'))
    ;(again ?? board.querySelector('.columns')).focus({ preventScroll: true })
  }
}

// A board that is left open counts its days anew when the London day changes, and is drawn anew: what has changed since yesterday is another thing then.
let today = londonDay(new Date())
function recount () {
  if (londonDay(new Date()) === today) return
  today = londonDay(new Date())
  stale = true
  for (const since of board.querySelectorAll('.card__since')) since.textContent = sinceWords(since.dataset.since)
}
setInterval(recount, 60000)
document.addEventListener('visibilitychange', recount)

function count (of, by) {
  if (!of) return
  of.dataset.count = String(Number(of.dataset.count) + by)
  of.querySelector('[data-shows-count]').textContent = Number(of.dataset.count).toLocaleString('en-GB')
  of.classList.toggle('column--empty', of.dataset.count === '0')
}

function women (by) {
  const shown = document.getElementById('women')
  shown.textContent = (Number(shown.textContent.replaceAll(',', '')) + by).toLocaleString('en-GB')
  document.getElementById('empty')?.setAttribute('hidden', '')
}

function sinceWords (day) {
  const days = Math.round((Date.parse(londonDay(new Date())) - Date.parse(day)) / 86400000)
  return days < 1 ? 'here since today' : days === 1 ? 'here for 1 day' : `here for ${days.toLocaleString('en-GB')} days`
}

// When it was recorded; a movement that only the day brought has no time of day.
function time (at) {
  const element = document.createElement('span')
  element.className = 'ticker__time'
  if (!at) return element
  const moment = new Date(at)
  const isToday = londonDay(moment) === londonDay(new Date())
  const form = isToday ? { timeStyle: 'short' } : { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }
  element.textContent = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...form }).format(moment) + ' '
  return element
}

function londonDay (moment) { return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(moment) }

function hidden (text, fromReaders) {
  const span = document.createElement('span')
  span.textContent = text
  if (fromReaders) span.setAttribute('aria-hidden', 'true')
  else span.className = 'govuk-visually-hidden'
  return span
}

function card (journey) { return document.getElementById(`w-${journey}`) }
// By its heading's id, not by a search: each movement asks several times, and a search passes every card of the columns before.
function column (stage) { return document.getElementById(`stage-${stage}`)?.closest('.column') }
function words (stage) { return column(stage)?.dataset.words ?? 'Not yet known' }
function movements (number) { return number === 0 ? 'No movements' : number === 1 ? '1 movement' : `${number.toLocaleString('en-GB')} movements` }
function parsed (html) { return new DOMParser().parseFromString(html, 'text/html') }
function pause (tries) { return RETRY_AFTER[Math.min(tries, RETRY_AFTER.length - 1)] }
function clock () { return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' }).format(new Date()) }

document.documentElement.classList.add('live')
columnsDrawn()
start()
