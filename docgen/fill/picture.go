package fill

func (b *builder) pictures(root *node) {}

func (x *exec) control(n *node, v *value, c *controlOp) { x.plain(n) }
