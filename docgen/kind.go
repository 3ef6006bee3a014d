package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Kind is a kind of paper "loại văn bản": how its YAML is decoded, which blocks
// of Phụ lục III it has, and how its body is made. Kinds are values handed to
// [New]; the built-in ones take the same road as those of other software.
type Kind struct {
	plan.Kind
	Shape Shape
	// Body gives the parts between the head (letterhead, title, legal bases)
	// and the foot (signature, recipients), which are the same for all kinds.
	// p is of the type that plan.Kind.New makes.
	Body func(c *Composer, p plan.Paper) []doc.Part
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

// Kinds gives the built-in kinds: the 29 of Điều 7, and copies.
func Kinds() []Kind {
	shapes := map[string]Shape{
		"nghi-quyet":      {Decides: true, Order: "QUYẾT NGHỊ:"},
		"quyet-dinh":      {Decides: true, Order: "QUYẾT ĐỊNH:"},
		"cong-van":        {SubjectInHead: true},
		"thu-cong":        {NoNumber: true},
		"bien-ban":        {NoPlace: true},
		"cong-dien":       {OwnAddressees: true, Upright: true},
		"thong-bao":       {Upright: true},
		"giay-gioi-thieu": {SendsBack: true},
	}
	var kinds []Kind
	for _, k := range plan.Kinds() {
		kinds = append(kinds, Kind{Kind: k, Shape: shapes[k.ID], Body: body})
	}
	for _, k := range plan.Records() {
		if k.IsPaper() {
			kinds = append(kinds, Kind{Kind: k, Body: body})
		}
	}
	return kinds
}

// body gives the body of a paper of package plan by its type.
func body(c *Composer, p plan.Paper) []doc.Part {
	switch p := p.(type) {
	case *plan.Plan:
		return planBody(c, p)
	case *plan.Report:
		return reportBody(c, p)
	case *plan.General:
		return generalBody(c, p)
	case *plan.Decision:
		return decisionBody(c, p)
	case *plan.Minutes:
		return minutesBody(c, p)
	case *plan.Telegram:
		return telegramBody(c, p)
	case *plan.Invitation:
		return invitationBody(c, p)
	case *plan.Introduction:
		return introductionBody(c, p)
	case *plan.LeavePermit:
		return leaveBody(c, p)
	default:
		c.Add("kind", &diag.Diagnostic{Rule: ruleNoBody, Message: fmt.Sprintf("chưa soạn được văn bản kiểu %T", p)})
	}
	return nil
}
