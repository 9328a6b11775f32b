// Keeps what was typed so far when a field is left, so that nothing is lost with the page. Without script there is "Save and finish later".
(() => {
  const form = document.querySelector('form[data-keep]');
  if (!form) return;
  const said = document.getElementById('kept');
  let sending = null;
  let changed = false;

  const keep = async () => {
    if (!changed) return;
    changed = false;
    sending?.abort();
    sending = new AbortController();
    const fields = new URLSearchParams(new FormData(form));
    fields.set('do', 'keep');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, signal: sending.signal, redirect: 'error' });
      if (answer.ok) said.textContent = said.dataset.kept;
      else changed = true;
    } catch {
      changed = true;
    }
  };

  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('focusout', () => { setTimeout(keep); });
  form.addEventListener('submit', () => {
    changed = false;
    sending?.abort();
  });
})();
