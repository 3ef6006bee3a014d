// Requests to the server that sent this page, and to no other.

const base = 'api/v1/';

let token = '';

// Problem is why a request was not answered, in words for a person.
export class Problem extends Error {
  constructor(p) {
    super(p.detail ? `${p.title}: ${p.detail}` : p.title);
    this.status = p.status;
    this.findings = p.findings ?? [];
  }
}

// takeToken takes the secret out of the address, where history and neighbours would see it.
// A tab that is loaded again still has it.
export function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    history.replaceState(null, '', location.pathname + location.search);
    keepToken(given);
  } else {
    try {
      token = sessionStorage.getItem('token') ?? '';
    } catch { /* a browser that keeps nothing */ }
  }
}

export function keepToken(given) {
  token = given;
  try {
    sessionStorage.setItem('token', given);
  } catch { /* it holds until the tab is left */ }
}

const stopped = { title: 'không gọi được máy chủ', detail: 'chương trình vanban đã dừng; mở lại chương trình rồi làm lại bước này, chữ đã gõ vẫn còn', status: 0 };
const strange = (status) => ({ title: 'máy chủ trả lời khác thường', detail: `mã ${status}; xem lại chương trình vanban, hoặc máy chủ đứng giữa`, status });

// send sends a request and gives the response once all of it is here, or throws a Problem.
export async function send(path, { method = 'GET', type, body, accept, signal } = {}) {
  const headers = {};
  if (type) headers['Content-Type'] = type;
  if (accept) headers.Accept = accept;
  if (token) headers.Authorization = `Bearer ${token}`;
  let response;
  try {
    const begun = await fetch(base + path, { method, headers, body, signal, cache: 'no-store' });
    response = new Response(await begun.blob(), { status: begun.status, headers: begun.headers });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem(stopped);
  }
  if (response.ok) {
    if (accept && !/json$/.test(accept) && !response.headers.get('Content-Type')?.startsWith(accept)) throw new Problem(strange(response.status));
    return response;
  }
  const problem = await response.json().catch(() => null);
  throw new Problem(problem?.title ? problem : strange(response.status));
}

// json gives the value of an answer in JSON.
export async function json(path, o) {
  const response = await send(path, { accept: 'application/json', ...o });
  return response.json().catch(() => { throw new Problem(strange(response.status)); });
}

// document is the body of a document in YAML, with the files that belong to it.
export function documentBody(name, yaml, files) {
  if (!files?.length) return { method: 'POST', type: 'application/yaml', body: yaml };
  const form = new FormData();
  form.append('document', new Blob([yaml]), name);
  for (const file of files) form.append('file', file.data, file.name);
  return { method: 'POST', body: form };
}

// bytesOf are the bytes of a file in JSON.
export const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
