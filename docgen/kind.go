package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Kind is a kind of paper "loại văn bản", or one type of it: how its YAML is
// decoded, which blocks of Phụ lục III it has, and how its parts are made. Kinds
// are values handed to [New]; the built-in ones stand in the same table as those
// of other software.
//
// Body, Foot and Compose get papers of the type that plan.Kind.New makes.
type Kind struct {
	plan.Kind
	// Type is the value of the key type that this entry is for. A kind has an
	// entry for the empty one, and one for each of plan.Kind.Types.
	Type  string
	Shape Shape
	// Body makes the parts between the head (letterhead, title, legal bases) and
	// the foot (signature, recipients), which nearly all kinds share. Needed,
	// unless there is a Compose.
	Body func(c *Composer, p plan.Paper) []doc.Part
	// Foot makes what stands behind the text. before is what stands above it.
	// Nil: [Composer.Foot].
	Foot func(c *Composer, p plan.Paper, before []doc.Part) []doc.Part
	// Compose makes the whole document of a paper that has neither that head nor
	// that foot, such as a certificate or a copy. Nil for all others.
	Compose func(c *Composer, p plan.Paper) *doc.Document
}

// Shape says which blocks a kind of paper has. The zero value is mẫu 1.4, a named
// document: letterhead, title, text, foot.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II.
type Shape struct {
	// SubjectInHead: no title; the subject stands below the number, after V/v (mẫu 1.5).
	SubjectInHead bool
	// NoNumber: no number in the letterhead, such as of a thư công.
	NoNumber bool
	// OwnAddressees: the body says who the paper is for (mẫu 1.6).
	OwnAddressees bool
	// SendsBack: the first recipient is who the paper is for, "Như trên" (mẫu 1.5, 1.8).
	SendsBack bool
	// NoPlace: no place and date in the letterhead (mẫu 1.9).
	NoPlace bool
	// Decides: the line of "thẩm quyền ban hành" stands above the legal bases (mẫu 1.1 to 1.3).
	Decides bool
	// Upright: khoản are never headings, whatever their words look like.
	Upright bool
	// Order is the line below the legal bases: QUYẾT ĐỊNH: (mẫu 1.1 to 1.3); empty for none.
	Order string
}

// under returns the kind as a rule pack has it: the Party's resolutions have no order, its
// công văn an abbreviation.
func (k Kind) under(p *decree.Profile) Kind {
	k.Abbreviation = p.Head.SignOf(k.ID, k.Abbreviation)
	if p.Title.IsPlain(k.ID) {
		k.Shape.Decides, k.Shape.Order = false, ""
	}
	return k
}

// Kinds lists the built-in kinds: the 29 of Điều 7, those of the Party, copies, enclosures
// and certificates.
func Kinds() []Kind {
	var kinds []Kind
	for _, k := range append(plan.Kinds(), plan.Records()...) {
		if !k.IsPaper() {
			continue
		}
		for _, typ := range append([]string{""}, k.Types...) {
			entry := entryOf(k.ID, typ)
			entry.Kind, entry.Type = k, typ
			kinds = append(kinds, entry)
		}
	}
	return kinds
}

// entryOf is the entry of a built-in kind: mẫu 1.4 with a free text, unless the table says otherwise.
func entryOf(id, typ string) Kind {
	if k, ok := builtIn[id+"/"+typ]; ok {
		return k
	}
	return Kind{Body: body(generalBody)}
}

// builtIn is the table of the built-in kinds, by ID and type.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II.
var builtIn = map[string]Kind{
	"nghi-quyet/":             {Shape: Shape{Decides: true, Order: "QUYẾT NGHỊ:"}, Body: body(decisionBody), Foot: decisionFoot},
	"quyet-dinh/":             {Shape: Shape{Decides: true, Order: "QUYẾT ĐỊNH:"}, Body: body(decisionBody), Foot: decisionFoot},
	"quyet-dinh/khen-thuong":  {Shape: Shape{Decides: true, Order: "QUYẾT ĐỊNH:"}, Compose: composed((*Composer).awardDecision)},
	"ke-hoach/":               {Body: body(planBody)},
	"bao-cao/":                {Body: body(reportBody)},
	"bien-ban/":               {Shape: Shape{NoPlace: true}, Body: body(minutesBody)},
	"bien-ban/general":        {Shape: Shape{NoPlace: true}, Body: body(generalBody)},
	"cong-van/":               {Shape: Shape{SubjectInHead: true}, Body: body(generalBody)},
	"cong-dien/":              {Shape: Shape{OwnAddressees: true, Upright: true}, Body: body(telegramBody)},
	"giay-moi/":               {Body: body(invitationBody)},
	"giay-gioi-thieu/":        {Shape: Shape{SendsBack: true}, Body: body(introductionBody)},
	"giay-gioi-thieu/general": {Shape: Shape{SendsBack: true}, Body: body(generalBody)},
	"giay-nghi-phep/":         {Body: body(leaveBody), Foot: leaveFoot},
	"thong-bao/":              {Shape: Shape{Upright: true}, Body: body(generalBody)},
	"thu-cong/":               {Shape: Shape{NoNumber: true}, Body: body(generalBody)},
	"ban-sao/":                {Compose: composed((*Composer).copyOf)},
	"phu-luc/":                {Compose: composed((*Composer).enclosure)},
	"bieu/":                   {Shape: Shape{NoNumber: true}, Compose: composed((*Composer).form)},
	"giay-khen/":              {Shape: Shape{NoNumber: true}, Compose: composed((*Composer).certificateOf)},
}

// kindKey finds an entry of the table of kinds.
type kindKey struct{ id, typ string }

func (k kindKey) String() string {
	if k.typ == "" {
		return k.id
	}
	return k.id + " of type " + k.typ
}

// Kind is the entry of the table of kinds for that ID and the empty type: the renderer's
// own kinds too. It is zero when there is none.
func (r *Renderer) Kind(id string) Kind { return zero.Or(r).kinds[kindKey{id: id}] }

// body makes a Kind.Body of a function for papers of one type.
func body[P plan.Paper](f func(*Composer, P) []doc.Part) func(*Composer, plan.Paper) []doc.Part {
	return func(c *Composer, p plan.Paper) []doc.Part {
		if p, ok := p.(P); ok {
			return f(c, p)
		}
		c.wrongType(p)
		return nil
	}
}

// composed makes a Kind.Compose of a function for papers of one type.
func composed[P plan.Paper](f func(*Composer, P) *doc.Document) func(*Composer, plan.Paper) *doc.Document {
	return func(c *Composer, p plan.Paper) *doc.Document {
		if p, ok := p.(P); ok {
			return f(c, p)
		}
		c.wrongType(p)
		return new(doc.Document)
	}
}

func (c *Composer) wrongType(p plan.Paper) {
	c.Add("kind", &diag.Diagnostic{Rule: ruleNoBody,
		Message: fmt.Sprintf("văn bản này có kiểu Go %T, không phải kiểu của tên loại %s", p, c.kind.ID)})
}
