package fill

// pictureOp puts a picture in the place of another.
type pictureOp struct{ ref *ref }

func (o *pictureOp) run(x *exec, n *node) { x.plain(n) }

func (b *builder) pictures(root *node) {}

func (x *exec) control(n *node, v *value, c *controlOp) { x.plain(n) }
