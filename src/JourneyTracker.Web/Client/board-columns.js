'use strict'

// What each person sees of the columns: which are folded up, all cards of a board that is not too big, and only those that have a text.
const MOST_CARDS = 5000
const FOLDED = 'board-folded'
const find = document.getElementById('find')
const findText = document.getElementById('find-text')
let texts = new Map()

function columnsDrawn () {
  texts = new Map()
  for (const fold of document.querySelectorAll('.column__fold')) {
    const stage = fold.closest('.column').dataset.stage
    fold.open = !folded().includes(stage)
    fold.addEventListener('toggle', () => keepFolded(stage, !fold.open))
    const end = document.createElement('div')
    end.className = 'column__end'
    fold.querySelector('.cards').after(end)
    ends.observe(end)
  }
  find.hidden = document.querySelector('.card') === null
  asked.clear()
  watchCards(document)
  fillColumns()
  showFound()
}

function watchCards (within) {
  for (const card of within.querySelectorAll('.card')) watched.observe(card)
}

function folded () {
  try { return JSON.parse(localStorage.getItem(FOLDED)) ?? [] } catch { return [] }
}

function keepFolded (stage, isFolded) {
  const others = folded().filter(other => other !== stage)
  try { localStorage.setItem(FOLDED, JSON.stringify(isFolded ? [...others, stage] : others)) } catch { /* the columns are open again next time */ }
}

// The page brings the first cards of each column; the rest follow one column after the other, so that nobody waits for them.
async function fillColumns () {
  if (Number(document.getElementById('women').textContent.replaceAll(',', '')) > MOST_CARDS) return
  for (const column of [...document.querySelectorAll('.column')].filter(column => column.querySelector('.column__more a'))) {
    const answer = await fetch(`/board/cards/${column.dataset.stage}?${document.getElementById('board').dataset.query}`)
    if (!answer.ok || !column.isConnected) return
    const rest = document.createDocumentFragment()
    for (const card of new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('.card')) {
      if (!document.getElementById(card.id)) rest.append(document.importNode(card, true))
    }
    column.querySelector('.cards').append(rest)
    watchCards(column)
    column.querySelector('.column__more').remove()
    showFound()
    await new Promise(resolve => setTimeout(resolve))
  }
}

// Whether an action is due is asked for the cards that somebody sees, a few at a time.
const DUE_AT_ONCE = 40
const asked = new Set()
let inSight = []
const watched = new IntersectionObserver(entries => {
  for (const entry of entries) if (entry.isIntersecting && !asked.has(entry.target.id)) inSight.push(entry.target)
})
setInterval(askDue, 1000)

async function askDue () {
  if (inSight.length === 0 || document.hidden) return
  const cards = inSight.splice(0, DUE_AT_ONCE).filter(card => card.isConnected && !asked.has(card.id))
  for (const card of cards) asked.add(card.id)
  if (cards.length === 0) return
  const answer = await fetch(`/board/due?${cards.map(card => `j=${card.id.slice(2)}`).join('&')}`).catch(() => null)
  if (!answer?.ok) return
  for (const due of new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('[data-journey]')) {
    const card = document.getElementById(`w-${due.dataset.journey}`)
    if (!card || card.querySelector('.card__due')) continue
    const words = document.createElement('span')
    words.className = 'card__due'
    words.textContent = due.textContent
    card.append(words)
  }
}

// So many cards of a column are drawn at first, and so many more when somebody comes to its end: 5,000 at once take a browser too long. Who fits is looked for among all.
const DRAWN_AT_ONCE = 60
const drawn = new Map()
const ends = new IntersectionObserver(entries => {
  for (const entry of entries) if (entry.isIntersecting) drawMore(entry.target.closest('.column'))
})

findText.addEventListener('input', () => { drawn.clear(); showFound() })
addEventListener('beforeprint', () => {
  for (const column of document.querySelectorAll('.column')) drawn.set(column.dataset.stage, Infinity)
  showFound()
})

function typed () { return findText.value.toLowerCase().split(/\s+/).filter(word => word !== '') }
function fits (card, words) { return words.every(word => textOf(card).includes(word)) }
function mostOf (column) { return drawn.get(column.dataset.stage) ?? DRAWN_AT_ONCE }

// With a card, for that one alone.
function showFound (one) {
  const words = typed()
  if (one) {
    one.hidden = !fits(one, words)
    return
  }
  let found = 0
  for (const column of document.querySelectorAll('.column')) found += showIn(column, words)
  document.getElementById('find-count').textContent = words.length === 0 ? '' : `${found.toLocaleString('en-GB')} ${found === 1 ? 'woman' : 'women'}`
}

// How many of a column fit.
function showIn (column, words) {
  const most = mostOf(column)
  let found = 0
  for (const card of column.querySelectorAll('.card')) {
    const isOut = !fits(card, words) || ++found > most
    if (card.hidden !== isOut) card.hidden = isOut
  }
  return found
}

function drawMore (column) {
  const end = column.querySelector('.column__end')
  const most = mostOf(column)
  if (showIn(column, typed()) <= most) return
  drawn.set(column.dataset.stage, most + DRAWN_AT_ONCE)
  showIn(column, typed())
  // Said again should the end still be in sight.
  ends.unobserve(end)
  ends.observe(end)
}

function textOf (card) {
  if (!texts.has(card)) texts.set(card, `${card.querySelector('.card__link').textContent} ${card.dataset.number}`.toLowerCase())
  return texts.get(card)
}
