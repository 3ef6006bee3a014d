// Package fill fills an office's own Word template with data.
//
//	t, err := fill.Parse("giay-moi.docx", file, size)     // once
//	d, err := fill.ReadData(os.DirFS("."), "giay-moi.yaml")
//	err = t.Execute(w, d)                                  // many times, from any goroutine
//
// Fields are {{Họ và tên}} in any text of the file, the merge fields of Word, and content
// controls with a tag or a title. A template goes through it like this:
//
//	Parse    part ─ tree of elements, each with its bytes (tree.go)
//	              │ merge fields (merge.go), tags in the text of paragraphs (text.go, tag.go),
//	              │ content controls (control.go), pictures (picture.go)
//	              ▼
//	         tree in which ops stand for fields; sections (section.go) and rows (rows.go) that
//	         repeat stand below ops of their own
//	Execute  data (data.go) ─ the tree is written: bytes as they were, ops what the data
//	         give (exec.go, format.go); the package is written through package carrier
//
// What it promises:
//
//   - Outside of fields each part stays byte for byte. Exceptions are what would break the
//     result: ids of copies, numbers of lists that begin anew, the data source of a mail merge.
//   - A value is text, whatever is in it: never a field, never markup.
//   - All mistakes come at once, each with its place, and with a mistake nothing is written.
//   - The same template and data give the same bytes. The clock and the environment are not
//     read, and nothing outside of the file and the data's folder is opened.
package fill
