package batch

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Kind is the kind of file that holds a job, for [plan.Options].
func Kind() plan.Kind {
	return plan.Kind{ID: "job", Name: "Tác vụ tạo văn bản hàng loạt", Use: "tạo nhiều văn bản từ một danh sách, dùng với vanban batch",
		New: func(string) any { return new(Job) }}
}

// Load reads a job and the documents it names. Names are paths in fsys; a name
// in the job is relative to the job's folder and cannot lead out of fsys. It
// gives every problem at once; the job is nil when one of them is an error. The
// list itself is opened by [Run], from the same fsys. A nil fsys has no files.
func Load(fsys fs.FS, name string) (*Job, diag.List) {
	if fsys == nil {
		fsys = embed.FS{}
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, diag.List{{
			Pos: diag.Pos{File: name}, Rule: ruleid.Reference, Message: "không đọc được tệp: " + diag.FileReason(err), Err: err,
		}}
	}
	read, found := record.Read(name, src)
	if found.HasErrors() {
		return nil, found
	}
	root, document := cutMapping(read.Root(), "document", name)
	bare, summary := cutMapping(root.Value("summary"), "document", name)
	if summary.Exists() {
		root = root.WithValue("summary", bare)
	}
	o := &plan.Options{Kinds: []plan.Kind{Kind()}}
	file := o.DecodeNode(name, root)
	j, _ := file.Value.(*Job)
	if found = o.Check(nil, file); found.HasErrors() || j == nil {
		return nil, found
	}
	j.fsys, j.file, j.pos = fsys, name, file.Pos
	j.addInput(name, src)
	j.setDefaults()
	found = append(found, j.check(file)...)
	if found.HasErrors() {
		return nil, found
	}
	switch {
	case j.Template != "":
		j.readTemplate(file, &found)
	case j.List.Folder == "":
		j.document = j.readDocument(file, "document", j.Document, document, &found)
	}
	if j.Summary != nil {
		j.summary = j.readDocument(file, "summary.document", j.Summary.Document, summary, &found)
	}
	if !found.HasErrors() {
		found = append(found, j.unused(file)...)
	}
	found.Sort()
	if found.HasErrors() {
		return nil, found
	}
	return j, found
}

// setDefaults fills in what follows from the rest of the job.
func (j *Job) setDefaults() {
	dir := path.Dir(j.file)
	if j.List.File != "" {
		j.List.File = sheet.FileName(j.fsys, path.Join(dir, j.List.File))
	}
	if j.List.Folder != "" {
		j.List.Folder = path.Join(dir, j.List.Folder)
		j.Columns = append(j.Columns, column{Heading: fileColumn, Name: fileColumn})
	}
	for i := range j.Columns {
		if j.Columns[i].Type == "" {
			j.Columns[i].Type, j.Columns[i].untyped = string(sheet.TypeOf(j.Columns[i].Heading)), true
		}
	}
	if len(j.Formats) == 0 {
		j.Formats = []string{"pdf"}
		if j.Template != "" {
			j.Formats = []string{"docx"}
		}
	}
	if j.Names != "" {
		return
	}
	switch {
	case j.List.Folder != "":
		j.Names = "{{.file}}"
	case j.GroupBy != "":
		j.Names = "{{slug ." + j.GroupBy + "}}"
	default:
		j.Names = `{{printf "%05d" .row}}`
	}
}

var columnNamePattern = pattern.New(`^[a-z][a-z0-9_]*$`)

// check finds contradictions between the keys of a job.
func (j *Job) check(file *plan.File) diag.List {
	var found diag.List
	add := func(at, message, fix string) {
		found.Add(&diag.Diagnostic{Pos: file.Pos(at), Rule: ruleJob, Message: message, Fix: fix})
	}
	names, headings := make(map[string]bool), make(map[string]bool)
	for i, c := range j.Columns {
		at := fmt.Sprintf("columns[%d]", i)
		switch {
		case !columnNamePattern.MatchString(c.Name):
			add(at+".name", fmt.Sprintf("tên gọi cột %q không dùng được", c.Name), "dùng chữ thường không dấu, chữ số và dấu gạch dưới")
		case slices.Contains(reservedNames, c.Name):
			add(at+".name", fmt.Sprintf("tên gọi cột %q đã có nghĩa riêng", c.Name), "đặt tên khác")
		case names[c.Name]:
			add(at+".name", fmt.Sprintf("tên gọi cột %q dùng hai lần", c.Name), "đặt cho mỗi cột một tên")
		}
		if headings[sheet.Key(c.Heading)] {
			add(at+".heading", fmt.Sprintf("cột %q khai báo hai lần", c.Heading), "bỏ một mục")
		}
		names[c.Name], headings[sheet.Key(c.Heading)] = true, true
	}
	column := func(at, name string) {
		if name != "" && !names[name] {
			add(at, fmt.Sprintf("không có cột %q trong \"columns\"", name), "")
		}
	}
	for i, name := range j.Key {
		column(fmt.Sprintf("key[%d]", i), name)
	}
	for i, name := range j.Proof {
		column(fmt.Sprintf("proof[%d]", i), name)
	}
	for i, f := range j.Filter {
		column(fmt.Sprintf("filter[%d].column", i), f.Column)
	}
	for i, s := range j.Sort {
		column(fmt.Sprintf("sort[%d].column", i), s.Column)
	}
	column("group_by", j.GroupBy)
	column("numbers.column", j.Numbers.Column)
	if j.Numbers.From == columnNumber && j.Numbers.Column == "" {
		add("numbers", "\"numbers\" lấy số từ cột nhưng không nói cột nào", "thêm \"column\"")
	}
	if n := j.Numbers; n.From == rangeNumber && (n.First < 1 || n.Last < n.First) {
		add("numbers", "dải số không đúng: \"first\" phải từ 1, \"last\" không nhỏ hơn \"first\"", "")
	}
	if j.Summary != nil && j.GroupBy == "" {
		add("summary", "\"summary\" cần có \"group_by\"", "ghi cột gộp dòng")
	}
	switch {
	case j.Template != "" && (j.Document != "" || j.List.Folder != "" || j.Summary != nil):
		add("template", "\"template\" (mẫu Word) thay cho văn bản của tác vụ",
			"bỏ \"document\", \"summary\" và \"list.folder\", hoặc bỏ \"template\"")
	case j.List.Folder != "" && (j.Document != "" || len(j.Columns) > 1 || j.GroupBy != ""):
		add("list.folder", "thư mục văn bản đã là các văn bản trọn vẹn", "bỏ \"document\", \"columns\" và \"group_by\"")
	case j.List.Folder == "" && j.Document == "" && j.Template == "":
		add("document", "thiếu \"document\" (văn bản cần tạo)",
			"ghi tên tệp, hoặc viết văn bản ngay tại đây; mẫu Word thì ghi \"template\"")
	case j.List.Folder == "" && len(j.Columns) == 0:
		add("columns", "thiếu \"columns\" (cột của danh sách)", "")
	}
	return found
}

// known returns the names that texts may refer to.
func (j *Job) known() []string {
	names := slices.Clone(reservedNames)
	for _, c := range j.Columns {
		names = append(names, c.Name)
	}
	return names
}

// readDocument reads a document of the job: one in a file of its own, or the
// one written inside the job.
func (j *Job) readDocument(file *plan.File, at, name string, inside record.Node, found *diag.List) *master {
	root := inside
	if !root.Exists() {
		name = path.Join(path.Dir(j.file), name)
		src, err := fs.ReadFile(j.fsys, name)
		if err != nil {
			found.Add(unreadable(file.Pos(at), name, err))
			return nil
		}
		j.addInput(name, src)
		read, list := record.Read(name, src)
		if list.HasErrors() {
			*found = append(*found, list...)
			return nil
		}
		root = read.Root()
	}
	t, list := newMaster(name, root, j.known())
	*found = append(*found, list...)
	if n := root.Value("number"); n.Text() != "" && j.Numbers.From != "" && j.Numbers.From != blankNumber {
		pos := n.Pos(name)
		pos.Path = "number"
		found.Add(&diag.Diagnostic{
			Pos: pos, Rule: ruleJob, Found: n.Text(),
			Message: "văn bản đã có số, tác vụ lại cho số", Fix: "bỏ \"number\" của văn bản, hoặc bỏ \"numbers\" của tác vụ",
		})
	}
	t.escapeProse(j)
	return t
}

func (j *Job) addInput(name string, src []byte) {
	if in := newInput(name, src); !slices.Contains(j.inputs, in) {
		j.inputs = append(j.inputs, in)
	}
}

// cutMapping takes a document that is written inside a job out of it: its key
// then holds the name of the job's own file.
func cutMapping(n record.Node, key, name string) (rest, cut record.Node) {
	v := n.Value(key)
	if !v.IsMapping() {
		return n, record.Node{}
	}
	at := v.Pos(name)
	return n.WithValue(key, record.NewText(path.Base(name), at.Line, at.Column)), v
}

// unreadable is the finding of a file that the job names and that cannot be read.
func unreadable(at diag.Pos, name string, err error) *diag.Diagnostic {
	return &diag.Diagnostic{
		Pos: at, Rule: ruleid.Reference, Found: name, Err: err,
		Message: fmt.Sprintf("không đọc được tệp %q: %s", name, diag.FileReason(err)),
	}
}
