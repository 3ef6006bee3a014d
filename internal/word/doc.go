// Package word reads Word files of any origin (.docx, .dotx; Word, LibreOffice, WPS, Google
// Docs): the words that Word prints are the words that come out, in order, once.
//
//	doc, found := word.Read("du-thao.docx", file, size)
//	if doc == nil {
//		return found.Err()
//	}
//	for _, b := range doc.Body { ... } // *Paragraph, *Table
//
// Package ooxml opens the archive. [Read] makes paragraphs, tables and sections of its parts:
// formatting resolved through styles, automatic numbers as the text that Word shows, tracked
// changes carried out, old fonts turned into Unicode.
//
// What Word does not print (deleted and hidden words, comments) and what is not read (objects,
// files outside) never vanishes: it stands in [Document.Left] and, counted, among the findings.
// Nothing outside the file is opened. The work is bounded before it is done: a hostile file is an
// error. Nothing is kept between calls; they may run side by side.
package word
