package decree

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/zero"
)

// Pack is a body of rules that papers follow: the decree, or the rules of the Party.
type Pack struct {
	ID          string // "nd30-2020": what `standard` of a paper names
	Prefix      string // of its rule ids: "nd30"
	Name        string // "Nghị định 30/2020/NĐ-CP"
	Title       string
	Provisional bool // its text was not read: papers made by it are reported so
	Rules       []*Rule

	extends *Pack // whose rules hold where this pack is silent; nil: none
	byID    map[string]*Rule
	schemes map[string]doc.Scheme // by name
	kinds   map[string]string     // kind to name of its scheme
	base    *Profile
}

// Standard is the pack that papers follow unless they say otherwise.
const Standard = "nd30-2020"

//go:embed data/*.json
var data embed.FS

// The packs, in the order that Packs gives them. Each is read when it is first
// asked for, once a process: a paper needs one of them only.
var (
	standardPack = sync.OnceValue(func() *Pack { return readPack(Standard, nil) })
	partyPack    = sync.OnceValue(func() *Pack { return readPack("hd05-2026", standardPack) })

	packs = [...]struct {
		id   string
		load func() *Pack
	}{{"hd05-2026", partyPack}, {Standard, standardPack}}
)

// readPack reads an embedded pack: not the YAML that people write, but the JSON that a test
// makes of it, which takes a process that makes one paper a tenth of the time. A mistake in it
// is one of this library, and a test reads them all.
func readPack(id string, base func() *Pack) *Pack {
	src, err := data.ReadFile("data/" + id + ".json")
	if err != nil {
		panic(err)
	}
	var f packFile
	if err := json.Unmarshal(src, &f); err != nil {
		panic(fmt.Errorf("rule pack %s: %w", id, err))
	}
	p, err := f.pack(base)
	if err != nil {
		panic(fmt.Errorf("rule pack %s: %w", id, err))
	}
	return p
}

// Packs returns every rule pack, by ID. Callers do not change what they get.
func Packs() []*Pack {
	all := make([]*Pack, len(packs))
	for i := range packs {
		all[i] = packs[i].load()
	}
	return all
}

// findPack returns the pack with that ID, or nil.
func findPack(id string) *Pack {
	for i := range packs {
		if packs[i].id == id {
			return packs[i].load()
		}
	}
	return nil
}

func (p *Pack) rule(id string) *Rule { return p.byID[id] }

// Scheme returns the numbering scheme with that name, such as "dieu", or nil.
func (p *Pack) Scheme(name string) doc.Scheme {
	p = zero.Or(p)
	return p.schemes[name]
}

// SchemeNames gives the names of the schemes in order.
func (p *Pack) SchemeNames() []string {
	p = zero.Or(p)
	return slices.Sorted(maps.Keys(p.schemes))
}

// KindScheme gives the scheme of a kind of paper.
func (p *Pack) KindScheme(kind string) doc.Scheme {
	for pack := p; pack != nil; pack = pack.extends {
		if name, ok := pack.kinds[kind]; ok {
			return pack.schemes[name]
		}
		if pack.extends == nil {
			return pack.schemes[pack.kinds[anyKind]]
		}
	}
	return nil
}

const anyKind = "*"

// What a pack's file looks like. Figures are read as text, so that nothing is rounded.
type packFile struct {
	Pack        string       `yaml:"pack" json:",omitempty"`
	Prefix      string       `yaml:"prefix" json:",omitempty"`
	Name        string       `yaml:"name" json:",omitempty"`
	Title       string       `yaml:"title" json:",omitempty"`
	From        string       `yaml:"from" json:",omitempty"`
	Until       string       `yaml:"until" json:",omitempty"`
	Provisional bool         `yaml:"provisional" json:",omitempty"`
	Extends     string       `yaml:"extends" json:",omitempty"`
	Schemes     []schemeFile `yaml:"schemes" json:",omitempty"`
	Kinds       []kindFile   `yaml:"kinds" json:",omitempty"`
	Rules       []ruleFile   `yaml:"rules" json:",omitempty"`
}

type schemeFile struct {
	Name   string   `yaml:"name"`
	Levels []string `yaml:"levels"`
}

type kindFile struct {
	Kind   string `yaml:"kind"`
	Scheme string `yaml:"scheme"`
}

type ruleFile struct {
	ID     string   `yaml:"id" json:",omitempty"`
	Title  string   `yaml:"title" json:",omitempty"`
	Text   string   `yaml:"text" json:",omitempty"`
	Clause Clause   `yaml:"clause" json:",omitempty"`
	Unit   unit     `yaml:"unit" json:",omitempty"`
	Min    string   `yaml:"min" json:",omitempty"`
	Max    string   `yaml:"max" json:",omitempty"`
	Any    []string `yaml:"any" json:",omitempty"`
	Value  string   `yaml:"value" json:",omitempty"`
	Style  string   `yaml:"style" json:",omitempty"`
	Words  string   `yaml:"words" json:",omitempty"`
	Basis  Basis    `yaml:"basis" json:",omitempty"`
	Pass   string   `yaml:"pass" json:",omitempty"`
	Fail   string   `yaml:"fail" json:",omitempty"`
	Note   string   `yaml:"note" json:",omitempty"`
}

// pack makes a pack of what its file says.
func (f *packFile) pack(base func() *Pack) (*Pack, error) {
	p := &Pack{
		ID: f.Pack, Prefix: f.Prefix, Name: f.Name, Title: f.Title, Provisional: f.Provisional,
		Rules: make([]*Rule, 0, len(f.Rules)), byID: make(map[string]*Rule, len(f.Rules)),
		schemes: make(map[string]doc.Scheme, len(f.Schemes)), kinds: make(map[string]string, len(f.Kinds)),
	}
	for i := range f.Rules {
		r, err := f.Rules[i].rule(f.From, f.Until)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", f.Rules[i].ID, err)
		}
		if !strings.HasPrefix(r.ID, p.Prefix+".") {
			return nil, fmt.Errorf("rule %s: id does not start with %s", r.ID, p.Prefix)
		}
		p.Rules = append(p.Rules, r)
		if p.byID[r.ID] != nil {
			return nil, fmt.Errorf("rule %s: told twice", r.ID)
		}
		p.byID[r.ID] = r
	}
	if f.Extends != "" {
		if base == nil || base().ID != f.Extends {
			return nil, fmt.Errorf("extends %s, which is not at hand", f.Extends)
		}
		p.extends = base()
	}
	for _, own := range f.Schemes {
		s, err := ParseScheme(own.Levels)
		if err != nil {
			return nil, fmt.Errorf("scheme %s: %w", own.Name, err)
		}
		p.schemes[own.Name] = s
	}
	for _, k := range f.Kinds {
		if p.schemes[k.Scheme] == nil {
			return nil, fmt.Errorf("kind %s: no scheme %s", k.Kind, k.Scheme)
		}
		p.kinds[k.Kind] = k.Scheme
	}
	var err error
	p.base, err = p.profile()
	return p, err
}

func (f *ruleFile) rule(from, until string) (*Rule, error) {
	r := &Rule{
		ID: f.ID, Title: f.Title, Text: f.Text, Clause: f.Clause, Unit: f.Unit, Words: f.Words,
		Basis: f.Basis, From: from, Until: until, Pass: f.Pass, Fail: f.Fail, Note: f.Note,
	}
	var err error
	if r.Style, err = parseStyle(f.Style); err != nil {
		return nil, err
	}
	for _, q := range [...]struct {
		to   *quantity
		text string
	}{{&r.Min, f.Min}, {&r.Max, f.Max}, {&r.Value, f.Value}} {
		if q.text == "" {
			continue
		}
		if *q.to, err = parseQuantity(q.text, f.Unit); err != nil {
			return nil, err
		}
	}
	for _, text := range f.Any {
		q, err := parseQuantity(text, f.Unit)
		if err != nil {
			return nil, err
		}
		r.Allowed = append(r.Allowed, q)
	}
	if !r.Value.IsZero() && !r.Allows(r.Value) {
		return nil, fmt.Errorf("default %s is out of bounds", r.Value)
	}
	return r, nil
}

// parseQuantity reads a figure with a decimal point or comma and at most two
// decimals.
func parseQuantity(s string, u unit) (quantity, error) {
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || u == noUnit || !(v >= 0 && v <= 1e6) || math.Abs(v*100-math.Round(v*100)) > 1e-6 {
		return quantity{}, fmt.Errorf("%q is no figure in %q with at most two decimals", s, string(u))
	}
	return quantity{int64(math.Round(v * 100)), u}, nil
}
