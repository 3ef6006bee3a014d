package plan

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// currentVersion is the version of the files' structure that this release
// reads and writes. Files of version 1 stay readable in every later release.
const currentVersion = record.Version

// Validator is a value with rules that its tags cannot express. Validate adds
// findings whose Path is path, joined with a key where one is meant, and whose
// place is not known. It is called for every struct of a file, on a pointer.
type Validator interface {
	Validate(path string, found *diag.List)
}

// Needer is the value of a file that needs keys beside those its tags mark,
// because kinds share their fields. Needs names keys at the top of the file;
// "signer|signers" needs one of two; "legal_bases|standard=hd05-2026" needs legal bases
// unless the standard is that one.
type Needer interface {
	Needs() []string
}

// Validate returns everything that is wrong with a value: what its tags ask for
// and what its own rules say. It is the same for a value read from YAML and for
// one made in Go; here places are not known, only paths. value is a pointer to a
// struct, such as *[Plan]. Its kind and version may be left empty where its Go type
// says them: see [Options.KindOf].
func Validate(value any) diag.List { return (*Options)(nil).Validate(value) }

// Validate is [Validate] with options, whose kinds are the only ones there are: a value
// of another kind, and one whose Go type is not that of its kind, is refused.
func (o *Options) Validate(value any) diag.List {
	whole, finding := o.complete(value)
	if finding == nil {
		_, finding = o.namedKind(whole)
	}
	found := record.Validate(whole, o.checkComponents)
	if finding == nil {
		return found
	}
	if finding.Rule == ruleMissing { // in place of the one that the tag makes
		found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == ruleMissing && d.Pos.Path == finding.Pos.Path })
	}
	found.Add(finding)
	found.Sort()
	return found
}

// KindOf returns the kind of a file's value, a pointer to a struct: the one it names, or
// where it names none the only one that makes values of its Go type, such as *[Plan].
// False: it names none, and there are none or several; or it names one that is not there,
// or makes values of another type.
func (o *Options) KindOf(value any) (Kind, bool) {
	whole, finding := o.complete(value)
	if finding != nil {
		return Kind{}, false
	}
	k, finding := o.namedKind(whole)
	return k, finding == nil && k.New != nil
}

// Complete returns a file's value with the kind, version and type that its Go type says by
// itself, with its texts in NFC, and with what the Defaults of the options fill in: the value
// itself where it has all that, a copy otherwise, which may share parts with it.
func (o *Options) Complete(value any) any {
	whole, _ := o.complete(value)
	whole = record.Composed(whole)
	if v := reflect.ValueOf(whole); o != nil && o.Defaults != nil && v.Kind() == reflect.Pointer && !v.IsNil() {
		filled := reflect.New(v.Type().Elem())
		filled.Elem().Set(v.Elem())
		whole = filled.Interface()
		o.Defaults(whole)
	}
	return whole
}

// complete returns a file's value with kind, version and type, where its Go type says
// them: the value itself where it has them, a shallow copy else. The finding is that its
// type serves several kinds. A value that is none of a file stays as it is.
func (o *Options) complete(value any) (any, *diag.Diagnostic) {
	had, ok := record.HeadOf(value)
	if !ok {
		return value, nil
	}
	h := had
	var finding *diag.Diagnostic
	if h.Kind == "" {
		h.Kind, h.Type, finding = onlyKind(o.kinds(), value, h.Type)
	} else if _, free := value.(*General); free && h.Type == "" {
		if k, err := kindOf(o.kinds(), h.Kind); err == nil {
			h.Type = k.implied()
		}
	}
	if h.Version == 0 {
		h.Version = currentVersion
	}
	if h == had {
		return value, finding
	}
	return record.WithHead(value, h), finding
}

// namedKind returns the kind that a file's value names, or the finding that there is no
// such kind, or that it is not one of such values. A value that names none has neither.
func (o *Options) namedKind(value any) (Kind, *diag.Diagnostic) {
	h, ok := record.HeadOf(value)
	if !ok || h.Kind == "" {
		return Kind{}, nil
	}
	kinds := o.kinds()
	k, err := kindOf(kinds, h.Kind)
	switch {
	case err != nil:
		return Kind{}, unknownKind(kinds, h.Kind)
	case !k.hasType(h.Type):
		return Kind{}, unknownType(k, h.Type)
	}
	if want := reflect.TypeOf(k.New(h.Type)); want != reflect.TypeOf(value) {
		d := &diag.Diagnostic{
			Pos: diag.At("kind"), Rule: RuleKind, Found: h.Kind,
			Message: fmt.Sprintf(`"kind" (tên loại văn bản) là %s, có kiểu Go %v, không phải %T`, record.Quote(h.Kind), want, value),
		}
		if types := k.typesOf(value); len(types) > 0 && types[0] != "" {
			d.Fix = fmt.Sprintf(`ghi "type" (kiểu nội dung) là %q`, types[0])
		}
		return Kind{}, d
	}
	return k, nil
}
