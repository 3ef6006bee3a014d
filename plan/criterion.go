package plan

// Criteria is "tiêu chuẩn, tiêu chí": general ones, and ones by field of work.
type Criteria struct {
	General CriteriaGroup `yaml:"general" vi:"tiêu chuẩn chung" new:"yes"`
	ByField CriteriaGroup `yaml:"by_field" vi:"tiêu chuẩn theo lĩnh vực" new:"yes"`
}

// All returns the criteria in order.
func (c *Criteria) All() []Criterion {
	c = orZero(c)
	return append(append([]Criterion(nil), c.General.Criteria...), c.ByField.Criteria...)
}

// CriteriaGroup is a list of criteria under one title or text "nhóm tiêu chuẩn".
// In YAML a list is a group with those criteria.
type CriteriaGroup struct {
	Title    string      `yaml:"title" vi:"tiêu đề"`
	Text     Prose       `yaml:"text" vi:"nội dung"`
	Criteria []Criterion `yaml:"criteria" vi:"các tiêu chuẩn" short:"list"`
	Closing  Prose       `yaml:"closing" vi:"đoạn kết"`
}

// IsZero reports whether the group is empty.
func (g *CriteriaGroup) IsZero() bool {
	g = orZero(g)
	return g.Title == "" && g.Text == "" && len(g.Criteria) == 0 && g.Closing == ""
}

// Criterion is one criterion "tiêu chuẩn, tiêu chí" for an award or honour. In
// YAML a line of text is a criterion with that text.
type Criterion struct {
	// ID is what nominations name. Unique in the file.
	ID string `yaml:"id" vi:"mã tiêu chuẩn" format:"id" help:"đề nghị khen thưởng dẫn tiêu chuẩn theo mã này"`
	// Field is the field of work "lĩnh vực" that the criterion holds for. Empty: all.
	Field string `yaml:"field" vi:"lĩnh vực" eg:"giáo dục và đào tạo"`
	// Title stands before the text, as typed. Empty, with a Field: "Trong lĩnh vực ...:".
	Title string `yaml:"title" vi:"tiêu đề" help:"bỏ trống mà có field thì in: Trong lĩnh vực ...:"`
	Text  Prose  `yaml:"text" vi:"nội dung tiêu chuẩn" need:"yes" short:"scalar"`
	Items []Item `yaml:"items" vi:"các ý"`
	// Conditions are what a program judges a nominee by; all must hold. None: a
	// person judges by the text.
	Conditions []Condition `yaml:"conditions" vi:"các điều kiện" help:"phải đạt tất cả; bỏ trống thì do người xét xác nhận"`
}

// Heading gives the words before the criterion's text.
func (c *Criterion) Heading() string {
	c = orZero(c)
	switch {
	case c.Title != "":
		return c.Title
	case c.Field != "":
		return "Trong lĩnh vực " + c.Field + ":"
	}
	return ""
}
