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

import (
	"strconv"
	"strings"
	"text/template/parse"
)

// Guard ends the pipeline of every action that prints with the named function, as
// html/template does: whoever writes a template cannot forget it. The tree is changed.
func Guard(root *parse.ListNode, function string) {
	Walk(root, func(n parse.Node) {
		a, ok := n.(*parse.ActionNode)
		if !ok || len(a.Pipe.Decl) > 0 {
			return
		}
		a.Pipe.Cmds = append(a.Pipe.Cmds, &parse.CommandNode{
			NodeType: parse.NodeCommand, Pos: a.Pos,
			Args: []parse.Node{parse.NewIdentifier(function).SetPos(a.Pos)},
		})
	})
}

// GuardBetween is [Guard] with a function that also sees the text that the template has
// before and behind what is printed, as its first two arguments.
func GuardBetween(root *parse.ListNode, function string) { between(root, "", "", function) }

// between guards the actions of a list that stands between two texts.
func between(list *parse.ListNode, before, behind, function string) {
	if list == nil {
		return
	}
	for i, n := range list.Nodes {
		lead, tail := before, behind
		if i > 0 {
			lead = textOf(list.Nodes[i-1])
		}
		if i == 1 && strings.TrimSpace(lead) == "" { // a space behind {{if}} parts nothing
			lead = before + lead
		}
		if i+1 < len(list.Nodes) {
			tail = textOf(list.Nodes[i+1])
		}
		switch n := n.(type) {
		case *parse.ActionNode:
			if len(n.Pipe.Decl) == 0 {
				n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{
					NodeType: parse.NodeCommand, Pos: n.Pos,
					Args: []parse.Node{parse.NewIdentifier(function).SetPos(n.Pos), stringNode(lead), stringNode(tail)},
				})
			}
		case *parse.IfNode:
			between(n.List, lead, tail, function)
			between(n.ElseList, lead, tail, function)
		case *parse.WithNode:
			between(n.List, lead, tail, function)
			between(n.ElseList, lead, tail, function)
		case *parse.RangeNode:
			between(n.List, "", "", function)
			between(n.ElseList, lead, tail, function)
		}
	}
}

func textOf(n parse.Node) string {
	if t, ok := n.(*parse.TextNode); ok {
		return string(t.Text)
	}
	return ""
}

func stringNode(s string) parse.Node {
	return &parse.StringNode{NodeType: parse.NodeString, Quoted: strconv.Quote(s), Text: s}
}

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
