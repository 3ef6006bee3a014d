// What the browser keeps: papers at work and choices, here and nowhere else, until they are
// thrown away.

const works = 'works';

let opened = null;

function open() {
  opened ??= new Promise((done, fail) => {
    const request = indexedDB.open('vanban', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(works, { keyPath: 'id' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  opened.catch(() => { opened = null; });
  return opened;
}

async function within(mode, act) {
  const db = await open();
  return new Promise((done, fail) => {
    const t = db.transaction(works, mode);
    const request = act(t.objectStore(works));
    t.oncomplete = () => done(request?.result);
    t.onabort = () => fail(t.error ?? new Error('không ghi được'));
  });
}

// keep writes a paper; it fails when the browser has no room, and nothing that was kept is lost.
export const keep = (work) => within('readwrite', (s) => s.put(work));
export const kept = () => within('readonly', (s) => s.getAll());
export const keptOne = (id) => within('readonly', (s) => s.get(id));
export const drop = (id) => within('readwrite', (s) => s.delete(id));

const left = 'left-';

// leaveBehind writes down the words of a paper at once, as the page is left: files are too much for that moment.
export function leaveBehind({ files, ...work }) {
  choose(left + work.id, work);
}

// takeUp keeps the words that a page left behind, where nothing newer was kept.
export async function takeUp() {
  for (const name of Object.keys(localStorage).filter((k) => k.startsWith(left))) {
    const work = choice(name);
    const old = work && await keptOne(work.id);
    if (work && !(old?.changed > work.changed)) await keep({ files: [], ...old, ...work });
    localStorage.removeItem(name);
  }
}

// dropAll throws everything away, choices too.
export async function dropAll() {
  await within('readwrite', (s) => s.clear());
  localStorage.clear();
}

// choice and choose keep a small choice of the person's.
export function choice(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

export function choose(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch { /* it is asked again next time */ }
}

// hold takes a paper for this tab while it is open; false: another tab has it.
export function hold(id) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((done) => {
    navigator.locks.request(`vanban-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return done(false);
      return new Promise((release) => done(release));
    });
  });
}

// otherTabs hears when another tab throws everything away.
export function otherTabs(thrown) {
  const channel = new BroadcastChannel('vanban');
  channel.onmessage = (e) => { if (e.data === 'thrown') thrown(); };
  return () => channel.postMessage('thrown');
}
