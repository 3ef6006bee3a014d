// What the schema of a kind says of a field, in the few shapes that the form knows.

// Schema reads the JSON Schema of a kind.
export class Schema {
  constructor(json) {
    this.json = json;
  }

  // root gives the shape of a whole document: of the content type that it names.
  root(document) {
    const variants = this.json.anyOf ?? [this.json];
    const fits = (v) => {
      const type = v.properties?.type;
      return type?.const !== undefined ? type.const === document.type : (type?.enum ?? [undefined]).includes(document.type ?? '');
    };
    return this.shape(variants.find(fits) ?? variants[0]);
  }

  // simple gives a value with groups that hold no more than their main text as that text, where
  // both may stand.
  simple(value, shape = this.root(value)) {
    if (Array.isArray(value)) {
      const list = shape.list ?? shape;
      return list.item ? value.map((v) => this.simple(v, this.shape(list.item))) : value;
    }
    const group = shape.group ?? shape;
    if (!value || typeof value !== 'object' || !group.fields) return value;
    const keys = Object.keys(value);
    if (shape.kind === 'either' && shape.plain && keys.length === 1 && keys[0] === mainKey(group)) return value[keys[0]];
    return Object.fromEntries(Object.entries(value).map(([key, v]) => {
      const field = group.fields.find((f) => f.key === key);
      return [key, field ? this.simple(v, this.shape(field.schema)) : v];
    }));
  }

  follow(s) {
    while (s?.$ref) s = this.json.$defs[s.$ref.split('/').at(-1)];
    return s ?? {};
  }

  // options are the forms that a value may take; nothing at all is none of them.
  options(schema) {
    const s = this.follow(schema);
    if (!s.anyOf || s.properties) return [s];
    return s.anyOf.filter((o) => o.type !== 'null').flatMap((o) => this.options(o));
  }

  // shape gives {kind: text, choice, check, list, group, either}, by what a value may be.
  shape(schema) {
    const options = this.options(schema);
    const groups = options.filter((o) => o.type === 'object');
    const lists = options.filter((o) => o.type === 'array');
    const plain = options.filter((o) => o.type !== 'object' && o.type !== 'array');
    if (groups.length + lists.length > 0 && plain.length > 0 || groups.length > 0 && lists.length > 0) {
      return { kind: 'either', plain: plain.length ? this.single(plain) : null, list: lists[0] && this.list(lists[0]), group: groups[0] && this.group(groups[0]) };
    }
    if (groups.length) return this.group(groups[0]);
    if (lists.length) return this.list(lists[0]);
    return this.single(plain);
  }

  single(options) {
    if (options.some((o) => o.type === 'boolean')) return { kind: 'check' };
    const values = options.flatMap((o) => o.enum ?? (o.const === undefined ? [] : [o.const]));
    if (values.length) return { kind: 'choice', values: [...new Set(values.filter((v) => v !== '' && v !== null).map(String))] };
    const pattern = options.map((o) => o.pattern).find(Boolean);
    return { kind: 'text', pattern, number: options.some((o) => o.type === 'integer') };
  }

  list(s) {
    return { kind: 'list', item: s.items ?? {} };
  }

  group(s) {
    const required = new Set(s.required ?? []);
    const fields = Object.entries(s.properties ?? {}).map(([key, schema]) => ({ key, schema, required: required.has(key), ...named(schema) }));
    return { kind: 'group', fields };
  }
}

// named parts a description into the term and the help behind it.
export function named(schema) {
  const [term, ...help] = (schema.description ?? '').split(': ');
  return { term, help: help.join(': ') };
}

// mainKey is the field of a group that a lone text stands for.
export const mainKey = (group) => ['text', 'name', 'title', 'label', 'by'].find((k) => group.fields.some((f) => f.key === k))
  ?? (group.fields.find((f) => f.required) ?? group.fields[0]).key;
