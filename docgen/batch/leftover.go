package batch

import (
	"fmt"
	"path"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// leftovers warns of documents that an earlier, finished run wrote into the
// folder and that this one will not replace: a decision for somebody who is no
// longer on the list must not be signed by mistake. They are told, not removed.
func (r *run) leftovers(s *survey) error {
	if r.t == nil || r.t.blank {
		return nil
	}
	return r.t.entries(func(e *entry) error {
		for _, old := range e.Files {
			if s.hasName(strings.TrimSuffix(old.Name, path.Ext(old.Name))) {
				continue
			}
			if _, err := r.t.root.Stat(old.Name); err != nil {
				continue // taken away already
			}
			err := r.tell(Finding{Diagnostic: &diag.Diagnostic{
				Pos: diag.Pos{File: r.job.file}, Level: diag.Warning, Rule: ruleLeftover, Found: old.Name,
				Message: fmt.Sprintf("tệp %q của lần chạy trước không còn trong danh sách", old.Name),
				Fix:     "xóa tệp này nếu không dùng nữa",
			}})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
