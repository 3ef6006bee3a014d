package fill

// numbered is a list of numbers that begins anew for each element of what is repeated.
type numbered struct {
	id int // of numbering.xml
}

func (b *builder) restarts(root, repeated *node) {}

func (x *exec) restart(lists []*numbered) (undo func()) { return func() {} }
