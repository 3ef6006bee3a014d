// Package tmpl is what the wording of papers and the texts of batch jobs have in
// common as templates of text/template: a guard on every value that they print,
// a bound on what they give, and their mistakes in Vietnamese.
//
//	t, err := template.New("").Funcs(template.FuncMap{"_guard": escape}).Parse(src)
//	if err != nil {
//		line, column, message := tmpl.Mistake(err)
//	}
//	tmpl.Guard(t.Tree.Root, "_guard")
//	var b tmpl.Buffer
//	err = t.Execute(&b, data)
//
// It keeps nothing between calls.
package tmpl

import "text/template/parse"

// Guard puts a function at the end of whatever a template prints, and a step before
// whatever it does, which [Buffer] counts.
func Guard(root *parse.ListNode, function string) {
	Walk(root, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			stepped := make([]parse.Node, 0, 2*len(n.Nodes)+1)
			for _, c := range n.Nodes {
				if _, ok := c.(*parse.TextNode); !ok { // a text is a step itself
					stepped = append(stepped, step(c.Position()))
				}
				stepped = append(stepped, c)
			}
			if n.Nodes = stepped; len(stepped) == 0 {
				n.Nodes = append(n.Nodes, step(n.Pos))
			}
		case *parse.ActionNode:
			if len(n.Pipe.Decl) > 0 {
				return
			}
			n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{
				NodeType: parse.NodeCommand, Pos: n.Pos,
				Args: []parse.Node{parse.NewIdentifier(function).SetPos(n.Pos)},
			})
		}
	})
}

func step(at parse.Pos) parse.Node { return &parse.TextNode{NodeType: parse.NodeText, Pos: at} }

// Walk calls f for n and for all that stands below it, from the top down.
func Walk(n parse.Node, f func(parse.Node)) {
	f(n)
	for _, c := range Children(n) {
		Walk(c, f)
	}
}

// Children gives the nodes right below n, in the order of the source; none is nil.
func Children(n parse.Node) []parse.Node {
	switch n := n.(type) {
	case *parse.ListNode:
		return n.Nodes
	case *parse.ActionNode:
		return []parse.Node{n.Pipe}
	case *parse.TemplateNode:
		return present(n.Pipe)
	case *parse.PipeNode:
		var args []parse.Node
		for _, c := range n.Cmds {
			args = append(args, c.Args...)
		}
		return args
	case *parse.ChainNode:
		return []parse.Node{n.Node}
	case *parse.IfNode:
		return present(n.Pipe, n.List, n.ElseList)
	case *parse.RangeNode:
		return present(n.Pipe, n.List, n.ElseList)
	case *parse.WithNode:
		return present(n.Pipe, n.List, n.ElseList)
	}
	return nil
}

// present leaves out what a node does not have.
func present(p *parse.PipeNode, lists ...*parse.ListNode) []parse.Node {
	var nodes []parse.Node
	if p != nil {
		nodes = append(nodes, p)
	}
	for _, l := range lists {
		if l != nil {
			nodes = append(nodes, l)
		}
	}
	return nodes
}
