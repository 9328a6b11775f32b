'use strict'

// A screen that nobody touches keeps itself up to date.
setTimeout(() => location.reload(), 60000)
