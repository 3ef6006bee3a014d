package form

import (
	"github.com/vanban-go/vanban/docgen/doc"
)

func (f *former) table(t *doc.DataTable) error           { return nil }
func (f *former) illustration(t *doc.Illustration) error { return nil }
