package docgen

import (
	"context"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/compare"
)

// Change is one place in which two documents differ, and what is printed there.
type Change struct {
	Where string `json:"where"` // "khoản 2 Điều 3", "nơi nhận": in the new document, or in the old one for what is gone
	From  string `json:"from"`  // the place in the old document, where it had another number; empty: the same
	Was   string `json:"was"`   // empty for what is new
	Now   string `json:"now"`   // empty for what is gone; both empty for what has another number alone
	Text  string `json:"text"`  // all this in a sentence of Vietnamese, without its full stop
}

// Compare says what the words of two documents differ in, in the order of the new one;
// nothing when they read the same. How they look does not count.
func (r *Renderer) Compare(ctx context.Context, before, after *doc.Document) ([]Change, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	was, _, err := r.formed(ctx, before)
	if err != nil {
		return nil, err
	}
	now, _, err := r.formed(ctx, after)
	if err != nil {
		return nil, err
	}
	changes, err := compare.Flows(was, now)
	if err != nil {
		return nil, err
	}
	list := make([]Change, len(changes))
	for i, c := range changes {
		list[i] = Change{c.Where, c.From, c.Was, c.Now, c.Text()}
	}
	return list, nil
}
