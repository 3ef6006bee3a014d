package pdf

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// incoming is a document on its way into a print file.
type incoming struct {
	m       *Merger
	f       *source
	objects map[reference]object // read so far, those to be copied
	ids     map[reference]int    // their numbers in the print file
	first   int                  // page of the print file
	pages   int
	outline dict // empty: none
	tree    reference
}

// open reads what leads through a document.
func (m *Merger) open(data []byte) (*incoming, error) {
	f, err := openSource(data)
	if err != nil {
		return nil, err
	}
	d := &incoming{m: m, f: f, objects: make(map[reference]object), ids: make(map[reference]int), first: m.pages}
	tagged := d.f.catalog["StructTreeRoot"] != nil
	if len(m.runs) > 0 && tagged != m.tagged {
		return nil, errors.New("some documents are tagged and some are not")
	}
	m.tagged = tagged
	var ok bool
	if d.tree, ok = d.f.catalog["Pages"].(reference); !ok {
		return nil, fmt.Errorf("%w: no page tree", errSyntax)
	}
	if d.outline, err = d.optional("Outlines"); err != nil {
		return nil, err
	}
	return d, nil
}

// optional gives a dictionary of the catalog, empty if there is none.
func (d *incoming) optional(key name) (dict, error) {
	if d.f.catalog[key] == nil {
		return nil, nil
	}
	return d.f.dict(d.f.catalog[key])
}

// copy writes the document's objects.
func (d *incoming) copy() error {
	pages, err := d.f.pages()
	if err != nil {
		return err
	}
	if len(pages) == 0 {
		return fmt.Errorf("%w: no pages", errSyntax)
	}
	for _, p := range pages {
		if err := d.share(p["Resources"]); err != nil {
			return err
		}
	}
	structure, err := d.optional("StructTreeRoot")
	if err != nil {
		return err
	}
	if structure != nil {
		d.ids[d.f.catalog["StructTreeRoot"].(reference)] = documentID // what the top element hangs from
	}
	if ref, ok := d.f.catalog["Outlines"].(reference); ok {
		d.ids[ref] = globalObjects + len(d.m.runs)
	}
	for _, o := range []object{d.tree, structure["K"], structure["ParentTree"], d.outline["First"]} {
		if err := d.collect(o, 0); err != nil {
			return err
		}
	}
	if err := d.adopt(pages, structure); err != nil {
		return err
	}
	if err := d.write(); err != nil {
		return err
	}
	return d.register(pages, structure)
}

// share copies an object that later documents may have too, and everything it
// names, unless an earlier document brought the same.
func (d *incoming) share(o object) error {
	for _, ref := range referencesIn(o, nil) {
		if _, done := d.ids[ref]; done {
			continue
		}
		if err := d.shareOne(ref, 0); err != nil {
			return err
		}
	}
	return nil
}

func (d *incoming) shareOne(ref reference, depth int) error {
	o, _, err := d.f.open(ref)
	if err != nil || depth > maxNesting {
		return errors.Join(err, errSyntax)
	}
	for _, inner := range referencesIn(o, nil) {
		if _, done := d.ids[inner]; !done {
			if err := d.shareOne(inner, depth+1); err != nil {
				return err
			}
		}
	}
	body, err := d.body(ref, o)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	id, known := d.m.shared[sum]
	if !known {
		if id = d.m.add(body); len(d.m.shared) < maxShared {
			d.m.shared[sum] = id
		}
	}
	d.ids[ref] = id
	return nil
}

// collect reads an object that is this document's own, and everything it names.
func (d *incoming) collect(o object, depth int) error {
	if depth > 100*maxNesting {
		return fmt.Errorf("%w: objects hang together too deeply", errSyntax)
	}
	for _, ref := range referencesIn(o, nil) {
		if _, done := d.ids[ref]; done {
			continue
		}
		if _, done := d.objects[ref]; done {
			continue
		}
		inner, _, err := d.f.open(ref)
		if err != nil {
			return err
		}
		d.objects[ref] = inner
		if err := d.collect(inner, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// adopt changes what must not be the same in two documents: keys of the
// ParentTree, names of elements, what page tree and top element hang from.
func (d *incoming) adopt(pages []dict, structure dict) error {
	tree, ok := d.objects[d.tree].(dict)
	if !ok {
		return fmt.Errorf("%w: no page tree", errSyntax)
	}
	tree["Parent"] = written(fmt.Sprintf("%d 0 R", pagesID))
	if d.m.o.TwoSided && len(pages)%2 == 1 {
		// Its reference is none of this document's: it is written out by number.
		blank := d.m.add(fmt.Appendf(nil, "<</Type/Page/Parent %d 0 R/MediaBox%s/Resources<<>>>>",
			d.m.next+1, d.append(nil, pages[len(pages)-1]["MediaBox"])))
		tree["Kids"] = append(slices.Clone(tree["Kids"].(list)), written(fmt.Sprintf("%d 0 R", blank)))
		tree["Count"] = number(len(pages) + 1)
	}
	if structure == nil {
		return nil
	}
	prefix := text(fmt.Sprintf("d%07d.", len(d.m.runs)))
	for _, o := range d.objects {
		e, ok := o.(dict)
		if !ok {
			continue
		}
		for _, key := range []name{"StructParents", "StructParent"} {
			if n, ok := e[key].(number); ok {
				e[key] = n + number(d.m.keys)
			}
		}
		if e["S"] == nil {
			continue
		}
		if id, ok := e["ID"].(text); ok {
			e["ID"] = prefix + id
		}
		if a, ok := e["A"].(dict); ok {
			if heads, ok := a["Headers"].(list); ok {
				for i, h := range heads {
					if id, ok := h.(text); ok {
						heads[i] = prefix + id
					}
				}
			}
		}
	}
	if top, ok := structure["K"].(reference); ok {
		if e, ok := d.objects[top].(dict); ok {
			e["S"] = name("Part") // of the print file, whose Document is one
		}
	}
	return d.adoptParents(structure)
}

// adoptParents moves the keys of the ParentTree behind those of the documents before.
func (d *incoming) adoptParents(structure dict) error {
	ref, ok := structure["ParentTree"].(reference)
	leaf, ok2 := d.objects[ref].(dict)
	if !ok || !ok2 {
		return fmt.Errorf("%w: no ParentTree", errSyntax)
	}
	nums, ok := leaf["Nums"].(list)
	if !ok || len(nums) < 2 || len(nums)%2 != 0 {
		return fmt.Errorf("%w: ParentTree", errSyntax)
	}
	for i := 0; i < len(nums); i += 2 {
		n, ok := nums[i].(number)
		if !ok {
			return fmt.Errorf("%w: ParentTree", errSyntax)
		}
		nums[i] = n + number(d.m.keys)
	}
	leaf["Limits"] = list{nums[0], nums[len(nums)-2]}
	return nil
}

// write writes the document's own objects, in the order of their numbers, the
// page tree first.
func (d *incoming) write() error {
	own := slices.Sorted(maps.Keys(d.objects))
	own = slices.DeleteFunc(own, func(r reference) bool { return r == d.tree })
	own = append([]reference{d.tree}, own...)
	for i, ref := range own {
		d.ids[ref] = d.m.next + i
	}
	for _, ref := range own {
		body, err := d.body(ref, d.objects[ref])
		if err != nil {
			return err
		}
		d.m.add(body)
	}
	return nil
}

// register keeps what the print file's own objects need to know of the document.
func (d *incoming) register(pages []dict, structure dict) error {
	m := d.m
	m.trees = append(m.trees, d.ids[d.tree])
	if err := d.appendLabels(); err != nil {
		return err
	}
	d.pages = len(pages)
	m.pages += d.pages
	if m.o.TwoSided && d.pages%2 == 1 {
		m.labels = append(strconv.AppendInt(m.labels, int64(m.pages), 10), "<</P()>>"...)
		m.pages++
	}
	if structure == nil {
		return nil
	}
	top, _ := structure["K"].(reference)
	parents, _ := structure["ParentTree"].(reference)
	m.roots, m.parents = append(m.roots, d.ids[top]), append(m.parents, d.ids[parents])
	next, ok := structure["ParentTreeNextKey"].(number)
	if !ok {
		return fmt.Errorf("%w: no ParentTreeNextKey", errSyntax)
	}
	m.keys += int(next)
	if structure["IDTree"] == nil {
		return nil
	}
	ids, err := d.f.dict(structure["IDTree"])
	if err != nil {
		return err
	}
	list, _ := ids["Names"].(list)
	if len(list) < 2 || len(list)%2 != 0 {
		return fmt.Errorf("%w: IDTree", errSyntax)
	}
	prefix := text(fmt.Sprintf("d%07d.", len(m.runs)))
	b := []byte("<</Names[")
	keys := make([]text, 0, len(list)/2)
	for i := 0; i < len(list); i += 2 {
		id, _ := list[i].(text)
		keys = append(keys, prefix+id)
		b = append(d.append(b, prefix+id), ' ')
		b = append(d.append(b, list[i+1]), ' ')
	}
	b = append(b, "]/Limits["...)
	b = append(d.append(d.append(b, keys[0]), keys[len(keys)-1]), "]>>"...)
	m.names = append(m.names, m.add(b))
	return nil
}

// appendLabels takes the document's page labels over.
func (d *incoming) appendLabels() error {
	labels, err := d.optional("PageLabels")
	if err != nil {
		return err
	}
	nums, _ := labels["Nums"].(list)
	if len(nums)%2 != 0 {
		return fmt.Errorf("%w: page labels", errSyntax)
	}
	for i := 0; i < len(nums); i += 2 {
		n, ok := nums[i].(number)
		if !ok {
			return fmt.Errorf("%w: page labels", errSyntax)
		}
		d.m.labels = strconv.AppendInt(d.m.labels, int64(d.first)+int64(n), 10)
		d.m.labels = d.append(d.m.labels, nums[i+1])
	}
	return nil
}

// entry is the document's entry of the outline.
func (d *incoming) entry(title string) []byte {
	i := len(d.m.runs)
	b := append([]byte("<</Title"), appendText(nil, title)...)
	b = fmt.Appendf(b, "/Parent %d 0 R", outlinesID)
	if i > 0 {
		b = fmt.Appendf(b, "/Prev %d 0 R", globalObjects+i-1)
	}
	if i < d.m.o.Documents-1 {
		b = fmt.Appendf(b, "/Next %d 0 R", globalObjects+i+1)
	}
	if first, ok := d.outline["First"].(reference); ok {
		last, _ := d.outline["Last"].(reference)
		b = fmt.Appendf(b, "/First %d 0 R/Last %d 0 R/Count -%d", d.ids[first], d.ids[last], d.entries())
	}
	tree, _ := d.objects[d.tree].(dict)
	kids, _ := tree["Kids"].(list)
	b = append(b, "/Dest["...)
	b = d.append(b, kids[0])
	return append(b, "/Fit]>>"...)
}

// entries counts the first level of the document's outline.
func (d *incoming) entries() int {
	n := 0
	for o := d.outline["First"]; o != nil && n < len(d.objects); n++ {
		ref, _ := o.(reference)
		e, _ := d.objects[ref].(dict)
		o = e["Next"]
	}
	return n
}
