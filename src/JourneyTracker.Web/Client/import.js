// Looks again every two seconds while an import runs, and puts what it finds in its place.
const place = () => document.getElementById('import');
async function look() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('import');
  if (!found) return;
  place().replaceWith(document.adoptNode(found));
  if (found.dataset.state === 'Running') setTimeout(() => look().catch(() => setTimeout(look, 5000)), 2000);
}
setTimeout(() => look().catch(() => setTimeout(look, 5000)), 2000);
