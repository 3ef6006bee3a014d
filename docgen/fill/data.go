package fill

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Data are values for a template. They are never changed, and safe for concurrent use.
type Data struct {
	file    string
	fsys    fs.FS  // pictures are files of it; nil: there are none
	records []*set // what NEXT goes through; the first is where fields are looked up
}

// set is a mapping of names to values.
type set struct {
	labels  []string          // as they were written, in their order
	exact   map[string]*value // by label; most templates write it the same way
	entries map[string]*value
	loose   map[string]*value // by letters and digits alone; nil where two names are the same so
}

// value is what a name stands for: a text, number, date, yes or no, a list, or names of its
// own.
type value struct {
	plain  sheet.Value // text, number, money, date; bool
	isNull bool        // the name stands there without a value
	list   []*value
	isList bool
	set    *set // of a group; of an element of a list that is one
	pos    diag.Pos
	named  diag.Pos // where its name stands
}

// key is what makes two names the same: as in the headings of columns, where Word's "_" stands
// for a blank.
func key(name string) string { return sheet.Key(strings.ReplaceAll(name, "_", " ")) }

// looseKey is a name as Word may have made a merge field of it.
func looseKey(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, key(name))
}

func (s *set) add(label string, v *value) error {
	label = vi.NFC(strings.TrimSpace(label))
	if s.entries == nil {
		s.exact, s.entries, s.loose = make(map[string]*value), make(map[string]*value), make(map[string]*value)
	}
	k := key(label)
	if _, twice := s.entries[k]; twice {
		return fmt.Errorf("name %q stands twice", label)
	}
	s.labels, s.exact[label] = append(s.labels, label), v
	s.entries[k] = v
	if _, twice := s.loose[looseKey(label)]; twice {
		v = nil
	}
	s.loose[looseKey(label)] = v
	return nil
}

// get finds a value by a name, whose steps stops may part.
func (s *set) get(name string) *value {
	if s == nil {
		return nil
	}
	if v := s.exact[name]; v != nil {
		return v
	}
	if v := s.entries[key(name)]; v != nil {
		return v
	}
	for i, r := range name {
		if r != '.' {
			continue
		}
		if v := s.entries[key(name[:i])]; v != nil && v.set != nil {
			if inner := v.set.get(name[i+1:]); inner != nil {
				return inner
			}
		}
	}
	return s.loose[looseKey(name)]
}

// ReadData reads the values of a YAML or JSON file: names with values, lists and further
// names, or a list of such records. Pictures that it names are files of fsys.
func ReadData(fsys fs.FS, name string) (*Data, error) {
	if fsys == nil {
		fsys = embed.FS{}
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read data: %w", err)
	}
	read, found := record.Read(name, src)
	if found.HasErrors() {
		for _, d := range found {
			if d.Rule == record.RuleEmpty {
				d.Fix = "vanban fill --fields liệt kê các trường của mẫu để chép thành tệp dữ liệu"
			}
		}
		return nil, found
	}
	r := &reader{file: name, left: maxValues}
	d := &Data{file: name, fsys: fsys}
	switch root := read.Root(); {
	case root.IsMapping():
		d.records = []*set{r.mapping(root)}
	case root.IsList():
		for item := range root.Children() {
			if !item.IsMapping() {
				r.bad(item, "mỗi mục của danh sách phải là các cặp \"Tên trường: giá trị\"", "")
				continue
			}
			d.records = append(d.records, r.mapping(item))
		}
	case !root.IsNull():
		r.bad(root, "dữ liệu phải là các cặp \"Tên trường: giá trị\"", "viết mỗi trường một dòng, ví dụ \"Họ và tên: Nguyễn Văn A\"")
	}
	if len(d.records) == 0 {
		d.records = []*set{{}}
	}
	return d, r.found.Err()
}

// maxValues bounds the values of a file, those reached through aliases too.
const maxValues = 1_000_000

type reader struct {
	file  string
	found diag.List
	left  int
}

func (r *reader) bad(n record.Node, message, fix string) {
	r.found.Add(&diag.Diagnostic{Pos: n.Pos(r.file), Rule: RuleData, Message: message, Found: n.Text(), Fix: fix})
}

func (r *reader) mapping(n record.Node) *set {
	s := &set{}
	for k, v := range n.Pairs() {
		inner := r.value(v)
		inner.named = k.Pos(r.file)
		if err := s.add(k.Text(), inner); err != nil {
			r.bad(k, fmt.Sprintf("trường %q có hai lần", k.Text()), "giữ một lần")
		}
	}
	return s
}

func (r *reader) value(n record.Node) *value {
	if a := n.Alias(); a.Exists() {
		n = a
	}
	if r.left--; r.left == 0 {
		r.bad(n, "dữ liệu có quá nhiều giá trị", "chia dữ liệu thành nhiều tệp")
	}
	v := &value{pos: n.Pos(r.file)}
	switch {
	case r.left <= 0:
	case n.IsNull():
		v.isNull, v.plain = true, ""
	case n.IsList():
		v.isList = true
		for item := range n.Children() {
			v.list = append(v.list, r.value(item))
		}
	case n.IsMapping():
		v.set = r.mapping(n)
	case n.Tag() == "!!bool":
		v.plain = strings.EqualFold(n.Text(), "true") || strings.EqualFold(n.Text(), "yes")
	default:
		v.plain = vi.NFC(strings.TrimRight(n.Text(), "\n"))
		if xmltext.Check(n.Text()) != nil {
			r.bad(n, "giá trị có ký tự điều khiển", "gõ lại giá trị")
		}
	}
	return v
}

// NewData takes values made in Go: texts, bools, whole numbers (int, int64), [plan.Money],
// [plan.Date], maps of such values by name (map[string]any), and slices of such maps or values
// ([]any, []string). pictures are the files that values name; nil: there are none.
func NewData(values map[string]any, pictures fs.FS) (*Data, error) {
	v, err := valueOf(values, maxDepth)
	if err != nil {
		return nil, err
	}
	return &Data{fsys: pictures, records: []*set{v.set}}, nil
}

func valueOf(from any, depth int) (*value, error) {
	if depth == 0 {
		return nil, errors.New("values hold themselves, or are too deep")
	}
	switch from := from.(type) {
	case nil:
		return &value{isNull: true, plain: ""}, nil
	case string:
		if err := xmltext.Check(from); err != nil {
			return nil, err
		}
		return &value{plain: vi.NFC(from)}, nil
	case bool, plan.Money, sheet.Date, sheet.Decimal:
		return &value{plain: from}, nil
	case plan.Date:
		if from == (plan.Date{}) {
			return &value{plain: ""}, nil
		}
		if again := (plan.Date{}); again.UnmarshalText([]byte(from.String())) != nil || again != from {
			return nil, fmt.Errorf("there is no date %s: year %d, month %d, day %d", from, from.Year, from.Month, from.Day)
		}
		return &value{plain: sheet.Date(from)}, nil
	case int:
		return &value{plain: strconv.Itoa(from)}, nil // a year has no stop between thousands
	case int64:
		return &value{plain: strconv.FormatInt(from, 10)}, nil
	case map[string]any:
		return setOf(from, depth)
	case []map[string]any:
		return listOf(from, depth)
	case []string:
		return listOf(from, depth)
	case []any:
		return listOf(from, depth)
	}
	return nil, fmt.Errorf("a value of type %T is none of a template", from)
}

func setOf(from map[string]any, depth int) (*value, error) {
	v := &value{set: &set{}}
	for _, name := range slices.Sorted(maps.Keys(from)) {
		inner, err := valueOf(from[name], depth-1)
		if err == nil {
			err = v.set.add(name, inner)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return v, nil
}

func listOf[T any](from []T, depth int) (*value, error) {
	v := &value{isList: true}
	for i, item := range from {
		inner, err := valueOf(item, depth-1)
		if err != nil {
			return nil, fmt.Errorf("%d: %w", i, err)
		}
		v.list = append(v.list, inner)
	}
	return v, nil
}

// isTrue reports whether there is such a value: not for an empty list or text, and for no.
func (v *value) isTrue() bool {
	switch {
	case v == nil || v.isNull:
		return false
	case v.isList:
		return len(v.list) > 0
	case v.set != nil:
		return true
	}
	if b, ok := v.plain.(bool); ok {
		return b
	}
	return v.plain != ""
}
