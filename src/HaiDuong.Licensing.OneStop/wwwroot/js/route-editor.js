// Around the frame: says what the checker thinks of each save, and goes on to the migration plan after a publication.
const said = document.querySelector('[data-studio-said]');
const list = document.querySelector('[data-studio-findings]');
const frame = document.querySelector('[data-studio-frame]');

window.addEventListener('message', event => {
  if (event.origin !== location.origin || event.source !== frame?.contentWindow || event.data?.studio !== 'saved') return;
  const { ok, body } = event.data;
  if (body.published) {
    location.assign(frame.dataset.plan);
    return;
  }
  said.textContent = ok ? body.said : frame.dataset.refused;
  list.replaceChildren(...(ok ? body.findings : body.errors?.generalErrors ?? []).map(sentence => {
    const item = document.createElement('li');
    item.textContent = sentence;
    return item;
  }));
});
