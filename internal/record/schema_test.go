package record_test

import (
	"flag"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/internal/record"
)

var update = flag.Bool("update", false, "rewrite the case files")

// head opens a file.
type head struct {
	Kind    string `yaml:"kind" vi:"loại" need:"yes"`
	Version int    `yaml:"version" vi:"phiên bản" need:"yes"`
}

// tagged is a kind of file with every tag that a field can have.
type tagged struct {
	head
	Type    string   `yaml:"type" vi:"loại nhỏ"`
	Title   string   `yaml:"title" vi:"tên" need:"yes" eg:"\"Tên: một\""`
	Subject string   `yaml:"subject" vi:"trích yếu" help:"một dòng"`
	Either  string   `yaml:"either" vi:"hoặc này"`
	Or      string   `yaml:"or" vi:"hoặc kia"`
	Unless  string   `yaml:"unless" vi:"trừ khi"`
	Hidden  string   `yaml:"hidden" vi:"không in ra"`
	Shown   string   `yaml:"shown" vi:"hiện ra" new:"yes"`
	ID      string   `yaml:"id" vi:"mã số" format:"id" need:"yes"`
	OtherID string   `yaml:"other_id" vi:"mã số khác" format:"id"`
	Size    string   `yaml:"size" vi:"cỡ" values:"nhỏ|1." need:"yes"`
	Some    []string `yaml:"some" vi:"vài cỡ" values:"nhỏ|to"`
	Day     day      `yaml:"day" vi:"ngày" eg:"2026-03-15"`
	Pin     pin      `yaml:"pin" vi:"mã bưu chính" need:"yes"`
	OldPin  pin      `yaml:"old_pin" vi:"mã bưu chính cũ"`
	Done    bool     `yaml:"done" vi:"đã xong"`
	Count   *int     `yaml:"count" vi:"số lượng" need:"yes"`
	Words   []string `yaml:"words" vi:"các từ" need:"yes"`
	Texts   []prose  `yaml:"texts" vi:"các đoạn"`
	Rows    [][]int  `yaml:"rows" vi:"các dòng" eg:"[[1, 2], [3]]"`
	File    string   `yaml:"file" vi:"tệp" ref:"*" inline:"yes"`
	Items   []choice `yaml:"items" vi:"các mục" need:"yes"`
	More    []choice `yaml:"more" vi:"các mục khác"`
	Parts   []part   `yaml:"parts" vi:"các phần" eg:"[{name: một, count: 1}, {name: hai, inner: {name: ba}}]"`
	Group   *group   `yaml:"group" vi:"nhóm"`
	Lines   []line   `yaml:"lines" vi:"các dòng chữ" need:"yes"`
	Loop    *looped  `yaml:"loop" vi:"vòng"`
}

func (t *tagged) Needs() []string {
	if t.Kind != "thu" {
		return []string{"no"}
	}
	return []string{"subject", "either|or", "parts|unless=x"}
}

func (*tagged) Unused() []string { return []string{"hidden"} }

// choice is one of its fields, with what goes with any of them.
type choice struct {
	Before string   `yaml:"before" vi:"trước"`
	Old    string   `yaml:"old" vi:"cũ" one:"choice" new:"no"`
	A      string   `yaml:"a" vi:"một" one:"choice"`
	B      []string `yaml:"b" vi:"hai" one:"choice" eg:"[x, y]"`
	C      []choice `yaml:"c" vi:"ba" one:"choice"`
	D      *choice  `yaml:"d" vi:"bốn" one:"choice"`
	After  string   `yaml:"after" vi:"sau"`
}

// looped holds nothing but itself.
type looped struct {
	Loops []looped `yaml:"loops" vi:"các vòng" one:"loop"`
	Loop  *looped  `yaml:"loop" vi:"vòng" one:"loop"`
}

// pin is a text that says what it looks like.
type pin struct{ day }

func (pin) Schema() (pattern, expected string) { return "^[0-9]{5}$", "năm chữ số" }

// TestSchemaAndSkeleton holds the schema and the starting file of a kind with every tag against
// their case file; "types" has the same with types, and of two kinds at once.
func TestSchemaAndSkeleton(t *testing.T) {
	kind := record.Kind{ID: "thu", Title: "Thư", New: func(string) any { return new(tagged) }}
	typed := record.Kind{ID: "thu", Title: "Thư", Types: []string{"ngan", "dai"}, Implied: "dai", New: func(typ string) any {
		return map[string]any{"": new(short), "ngan": new(short), "dai": &short{Text: "x"}}[typ]
	}}
	samples := record.Samples{
		Keys:  map[string]string{"group": "{name: một, items: [{text: a, mark: b}, c]}", "or": "x: y: z"},
		Shown: []string{"or", "old_pin"}, Types: map[reflect.Type]string{reflect.TypeFor[pin](): "40000"},
	}
	var files []txtar.File
	inner, space := regexp.MustCompile(`[\[{]\n[^\[\]{}]*[\]}]`), regexp.MustCompile(`\n *`)
	add := func(name string, b []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".json") { // what holds nothing else on one line
			b = inner.ReplaceAllFunc(b, func(b []byte) []byte { return space.ReplaceAll(b, []byte(" ")) })
		}
		files = append(files, txtar.File{Name: name, Data: b})
	}
	b, err := record.Skeleton(kind, samples)
	add("skeleton.yaml", b, err)
	b, err = record.Skeleton(typed, record.Samples{})
	add("types.skeleton.yaml", b, err)
	b, err = record.Schema(kind)
	add("schema.json", b, err)
	b, err = record.Schema(typed)
	add("types.schema.json", b, err)
	b, err = record.SchemaOf("Mọi tệp", []record.Kind{typed, {ID: "khac", New: func(string) any { return new(short) }}})
	add("all.schema.json", b, err)
	casefile.Hold(t, *update, "testdata/written.txtar", &txtar.Archive{
		Comment: []byte("What is written of kinds of files: starting files and schemas.\n\n"), Files: files})

	none := record.Kind{ID: "thu", New: func(string) any { return nil }}
	if b, err := record.Skeleton(none, record.Samples{}); err == nil {
		t.Errorf("no value: %s", b)
	}
	if b, err := record.Schema(none); err == nil {
		t.Errorf("no value: %s, %v", b, err)
	}
}

// TestSchemaOfBounds: a whole number that may be left out may be 0 wherever its bounds lie.
func TestSchemaOfBounds(t *testing.T) {
	type bounded struct {
		head
		Below int `yaml:"below" vi:"dưới" within:"-10..-1"`
		Above int `yaml:"above" vi:"trên" within:"1..10"`
		Most  int `yaml:"most" vi:"đến" within:"-10..0"`
		Least int `yaml:"least" vi:"từ" within:"0..10"`
		Need  int `yaml:"need" vi:"cần" within:"-10..-1" need:"yes"`
	}
	b, err := record.Schema(record.Kind{ID: "a", New: func(string) any { return new(bounded) }})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	key := ""
	for line := range strings.Lines(string(b)) {
		if name, _, ok := strings.Cut(strings.TrimSpace(line), `": {`); ok {
			key = strings.Trim(name, `"`)
		}
		if strings.Contains(line, `"const": 0`) {
			got = append(got, key)
		}
	}
	if want := []string{"below", "above"}; !slices.Equal(got, want) {
		t.Errorf("0 is taken of %q, want %q in %s", got, want, b)
	}
}

// short is a file with little in it.
type short struct {
	head
	Type string `yaml:"type" vi:"loại nhỏ"`
	Text prose  `yaml:"text" vi:"chữ"`
	Born int    `yaml:"born" vi:"năm sinh" within:"year"`
	Made int    `yaml:"made" vi:"năm lập" within:"year" need:"yes"`
	Part int    `yaml:"part" vi:"phần" within:"0..100"`
}
