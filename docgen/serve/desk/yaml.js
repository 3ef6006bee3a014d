// A document's values as YAML, with the place of each line.

// emit gives the text and, for each of its lines, the path that it holds and which line of
// that text it is (-1: it holds the key or the whole value).
export function emit(document) {
  const out = { lines: [], places: [] };
  mapping(out, document, '', '', '');
  return { text: out.lines.join('\n') + '\n', places: out.places };
}

const put = (out, line, path, at = -1) => {
  out.lines.push(line);
  out.places.push({ path, at });
};

// mapping writes the keys of an object; lead stands before the first of them.
function mapping(out, object, path, indent, lead) {
  let head = lead || indent;
  for (const [key, value] of Object.entries(object)) {
    entry(out, `${head}${scalar(key)}:`, value, path ? `${path}.${key}` : key, indent);
    head = indent;
  }
}

// entry writes a value behind its key or the dash of its element.
function entry(out, head, value, path, indent) {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (!value.length) return put(out, `${head} []`, path);
    put(out, head, path);
    value.forEach((v, i) => element(out, v, `${path}[${i}]`, deeper));
  } else if (value && typeof value === 'object') {
    if (!Object.keys(value).length) return put(out, `${head} {}`, path);
    put(out, head, path);
    mapping(out, value, path, deeper, '');
  } else if (isBlock(value)) block(out, head, value, path, deeper);
  else put(out, `${head} ${scalar(value)}`, path);
}

function element(out, value, path, indent) {
  const dash = `${indent}- `;
  if (Array.isArray(value) && value.length) {
    put(out, `${indent}-`, path);
    value.forEach((v, i) => element(out, v, `${path}[${i}]`, `${indent}  `));
  } else if (value && typeof value === 'object' && Object.keys(value).length) {
    mapping(out, value, path, `${indent}  `, dash);
  } else if (isBlock(value)) block(out, `${indent}-`, value, path, `${indent}  `);
  else put(out, dash + (Array.isArray(value) ? '[]' : value && typeof value === 'object' ? '{}' : scalar(value)), path);
}

// isBlock: texts of several lines stand as they are typed, where YAML can hold them so.
const isBlock = (v) => typeof v === 'string' && v.includes('\n') && /^[^\s]/.test(v) && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(v);

function block(out, head, text, path, indent) {
  const end = text.endsWith('\n');
  const lines = (end ? text.slice(0, -1) : text).split('\n');
  put(out, `${head} |${!end ? '-' : lines.at(-1) === '' ? '+' : ''}`, path);
  lines.forEach((line, i) => put(out, line === '' ? '' : indent + line, path, i));
}

// scalar writes a value on one line, plain where nobody could read it otherwise.
function scalar(v) {
  if (v === null || v === undefined) return 'null';
  if (typeof v === 'boolean') return String(v);
  const s = String(v);
  const plain = /^[\p{L}][^\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]*$/u.test(s) && !/: |:$| #|\s$/.test(s);
  if (/^(0|[1-9]\d{0,8})$/.test(s) || plain && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(s)) return s;
  return JSON.stringify(s).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
