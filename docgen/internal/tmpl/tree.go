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

// Guard puts a function at the end of whatever a template prints, and a step before
// whatever it does, which [Buffer] counts.
func Guard(root *parse.ListNode, function string) {
	Walk(root, func(n parse.Node) {
		if a, ok := n.(*parse.ActionNode); ok && len(a.Pipe.Decl) == 0 {
			guard(a, function)
		}
	})
	addSteps(root)
}

// guard puts a function, and the texts that it is given first, at the end of an action.
func guard(a *parse.ActionNode, function string, texts ...string) {
	args := []parse.Node{parse.NewIdentifier(function).SetPos(a.Pos)}
	for _, s := range texts {
		args = append(args, &parse.StringNode{NodeType: parse.NodeString, Quoted: strconv.Quote(s), Text: s})
	}
	a.Pipe.Cmds = append(a.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: a.Pos, Args: args})
}

// addSteps puts an empty text before whatever a template does, and into an empty list.
func addSteps(root *parse.ListNode) {
	Walk(root, func(n parse.Node) {
		list, ok := n.(*parse.ListNode)
		if !ok {
			return
		}
		stepped := make([]parse.Node, 0, 2*len(list.Nodes)+1)
		for _, c := range list.Nodes {
			if _, ok := c.(*parse.TextNode); !ok { // a text is a step itself
				stepped = append(stepped, step(c.Position()))
			}
			stepped = append(stepped, c)
		}
		if list.Nodes = stepped; len(stepped) == 0 {
			list.Nodes = append(list.Nodes, step(list.Pos))
		}
	})
}

func step(at parse.Pos) parse.Node { return &parse.TextNode{NodeType: parse.NodeText, Pos: at} }

// GuardBetween is [Guard] with a function that also sees the text that the template has
// before and behind what is printed, as its first two arguments.
func GuardBetween(root *parse.ListNode, function string) {
	between(root, "", "", function)
	addSteps(root)
}

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
				guard(n, function, lead, tail)
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
