package pdf

import (
	"github.com/vanban-go/vanban/docgen/internal/deflate"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// outputIntent begins the entry that names the colour profile of a file.
const outputIntent = "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)" +
	"/Info(sRGB IEC61966-2.1)/DestOutputProfile"

// finish writes the file around the drawn pages.
func (d *document) finish(f *file, drawn []drawnPage) error {
	o := &d.options
	root, info, tree, resources := f.reserve(), f.reserve(), f.reserve(), f.reserve()
	pages := make([]int, len(drawn))
	first := f.reserveRun(2 * len(drawn)) // each page, then its content
	for i := range pages {
		pages[i] = first + 2*i
	}
	links := make([]int, len(d.links))
	for i := range links {
		links[i] = f.reserve()
	}
	fonts := d.reserveFonts(f)
	images := make([]int, len(d.pictures.list))
	for i := range images {
		images[i] = f.reserve()
	}
	profile, metadata := 0, f.reserve()
	if o.Flavour.tagged() {
		profile = f.reserve()
	}

	d.writePages(f, drawn, tree, resources, pages, links)
	for i, l := range d.links {
		key := -1
		if d.tree != nil {
			key = len(pages) + i
		}
		d.writeLink(f, links[i], l, key, pages)
	}
	structure := 0
	if d.tree != nil {
		structure = d.tree.write(f, pages, links)
	}
	outline := d.writeOutline(f, pages)
	specs := f.writeAttachments(o.Attachments, o.Created)
	f.packed = o.metadata(f.packed[:0])
	f.stream(metadata, "/Type/Metadata/Subtype/XML", f.packed)
	f.writeInfo(info, o)

	f.begin(root).str("<</Type/Catalog/Pages").ref(tree)
	f.str("/Metadata").ref(metadata)
	f.str("/Lang").text(o.Meta.Language)
	f.str("/ViewerPreferences<</DisplayDocTitle true>>")
	if structure != 0 {
		f.str("/MarkInfo<</Marked true>>/StructTreeRoot").ref(structure)
	}
	if profile != 0 {
		f.str(outputIntent).ref(profile).str(">>]")
	}
	if outline != 0 {
		f.str("/Outlines").ref(outline)
	}
	d.writeLabels(f)
	if len(specs) > 0 {
		f.writeFileNames(o.Attachments, specs)
	}
	f.str(">>").end()

	writeResources(f, resources, fonts, images)
	for i := range fonts {
		f.writeFont(&fonts[i])
	}
	for i, p := range d.pictures.list {
		f.writePicture(images[i], p)
	}
	id := f.fingerprint()
	for i := range fonts {
		f.writeLetters(&fonts[i])
	}
	if profile != 0 {
		f.stream(profile, "/N 3/Filter/FlateDecode", sRGBProfile())
	}
	f.finish(root, info, id)
	return nil
}

// writePages writes the page tree, the pages and their content.
func (d *document) writePages(f *file, drawn []drawnPage, tree, resources int, pages, links []int) {
	f.begin(tree).str("<</Type/Pages/Count ").num(len(pages))
	f.str("/Kids[")
	for _, p := range pages {
		f.ref(p)
	}
	f.str("]>>").end()
	next := 0 // link to be written
	for i, p := range drawn {
		f.begin(pages[i]).str("<</Type/Page/Parent").ref(tree)
		f.str("/MediaBox[")
		for j, v := range p.box {
			if j > 0 {
				f.str(" ")
			}
			f.decimal(v)
		}
		f.str("]/Resources").ref(resources)
		f.str("/Contents").ref(pages[i] + 1)
		if d.tree != nil {
			f.str("/StructParents ").num(i)
			f.str("/Tabs/S")
		}
		if next < len(links) && d.links[next].page == i {
			f.str("/Annots[")
			for ; next < len(links) && d.links[next].page == i; next++ {
				f.ref(links[next])
			}
			f.str("]")
		}
		f.str(">>").end()
		f.deflated(pages[i]+1, "", p.content, deflate.Quick)
	}
}

// reserveFonts reserves the objects of the fonts in use, in order of their names.
func (d *document) reserveFonts(f *file) []fontObjects {
	list := make([]fontObjects, 0, font.Styles)
	add := func(name string, o fontObjects) {
		o.name = name
		first := f.reserveRun(5)
		o.dict, o.descendant, o.descriptor, o.unicode, o.file = first, first+1, first+2, first+3, first+4
		list = append(list, o)
	}
	for style, t := range d.types {
		switch {
		case t.main == nil:
		case d.options.Shared:
			add(resourceNames[style], fontObjects{subset: t.main, parts: embedShared(t.main)})
		default:
			add(resourceNames[style], fontObjects{subset: t.main, parts: embed(t.main)})
		}
	}
	for style, t := range d.types {
		if t.extra != nil {
			add(extraNames[style], fontObjects{subset: t.extra, parts: embed(t.extra)})
		}
	}
	return list
}

// writeResources writes the one resource dictionary that all pages share.
func writeResources(f *file, id int, fonts []fontObjects, images []int) {
	f.begin(id).str("<<")
	if len(fonts) > 0 {
		f.str("/Font<<")
		for i := range fonts {
			f.str("/").str(fonts[i].name).ref(fonts[i].dict)
		}
		f.str(">>")
	}
	if len(images) > 0 {
		f.str("/XObject<<")
		for i, image := range images {
			f.str("/I").num(i).ref(image)
		}
		f.str(">>")
	}
	f.str(">>").end()
}
