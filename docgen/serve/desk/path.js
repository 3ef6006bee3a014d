// Places in a document: lists of keys and numbers, written "lists[2].amount".

export const written = (path) => path.reduce((s, k) => (typeof k === 'number' ? `${s}[${k}]` : s ? `${s}.${k}` : k), '');

export function parsed(text) {
  const path = [];
  for (const [, key, index] of text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) path.push(index === undefined ? key : Number(index));
  return path;
}

export const get = (value, path) => path.reduce((v, k) => (v == null ? undefined : v[k]), value);

// set gives a value with another one at a place; undefined takes the place out. What does not
// lie on the way is shared with the old value, which stays as it was.
export function set(value, path, to) {
  if (path.length === 0) return to;
  const [key, ...rest] = path;
  const list = typeof key === 'number';
  const copy = list ? [...(Array.isArray(value) ? value : [])] : { ...(value && typeof value === 'object' && !Array.isArray(value) ? value : {}) };
  const inner = set(copy[key], rest, to);
  if (inner !== undefined) copy[key] = inner;
  else if (list) copy.splice(key, 1);
  else delete copy[key];
  return copy;
}

// insert gives a value with one more element in a list.
export function insert(value, path, at, element) {
  const list = [...(get(value, path) ?? [])];
  list.splice(at, 0, element);
  return set(value, path, list);
}

// move gives a value with an element of a list at another place.
export function move(value, path, from, to) {
  const list = [...get(value, path)];
  list.splice(to, 0, ...list.splice(from, 1));
  return set(value, path, list);
}
