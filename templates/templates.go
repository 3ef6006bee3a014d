// Package templates holds the wording of the papers: what an office may phrase
// in its own way, such as openings, bases, articles and closings. Each file has
// the named blocks of one kind of paper, written as text/template over the view
// structs of package docgen, and gives text with the marks of docs/yaml.md.
//
// An office replaces a file by one of the same name in a folder of its own.
// What the decree fixes (which parts a paper has, their order, their numbers)
// is not here.
package templates

import "embed"

// FS has the built-in wording, one file a kind of paper: ke-hoach.tmpl,
// giay-moi.tmpl and so on.
//
//go:embed *.tmpl
var FS embed.FS
