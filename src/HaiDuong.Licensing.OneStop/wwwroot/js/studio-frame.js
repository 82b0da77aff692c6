// Runs inside the frame before Elsa Studio: every change carries the antiforgery token, and the page around is told what became of a save.
(() => {
  localStorage.setItem('BlazorCulture', 'vi-VN');
  const token = document.querySelector('meta[name=xsrf]').content;
  const send = window.fetch.bind(window);
  window.fetch = async (input, init = {}) => {
    const address = new URL(typeof input === 'string' ? input : input.url ?? input, location.href);
    const method = (init.method ?? input.method ?? 'GET').toUpperCase();
    if (address.origin === location.origin && method !== 'GET') {
      const headers = new Headers(init.headers ?? input.headers);
      headers.set('RequestVerificationToken', token);
      init = { ...init, headers };
    }
    const answer = await send(input, init);
    if (method === 'POST' && address.pathname.endsWith('/workflow-definitions')) {
      answer.clone().json().then(
        body => window.parent.postMessage({ studio: 'saved', ok: answer.ok, body }, location.origin),
        () => { });
    }
    return answer;
  };
})();
