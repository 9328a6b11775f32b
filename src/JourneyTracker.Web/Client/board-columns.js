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

findText.addEventListener('input', () => showFound())

// With a card, for that one alone.
function showFound (one) {
  const words = findText.value.toLowerCase().split(/\s+/).filter(word => word !== '')
  const cards = one ? [one] : document.querySelectorAll('.card')
  let shown = 0
  for (const card of cards) {
    const text = textOf(card)
    const has = words.every(word => text.includes(word))
    if (card.hidden === has) card.hidden = !has
    if (has) shown++
  }
  if (!one) document.getElementById('find-count').textContent = words.length === 0 ? '' : `${shown.toLocaleString('en-GB')} ${shown === 1 ? 'woman' : 'women'}`
}

function textOf (card) {
  if (!texts.has(card)) texts.set(card, `${card.querySelector('.card__link').textContent} ${card.dataset.number}`.toLowerCase())
  return texts.get(card)
}
