package pdf

import "fmt"

// drawnPage is a page as the canvas drew it.
type drawnPage struct {
	box     [4]float64 // MediaBox
	content []byte
}

// readPages takes the pages out of the canvas's file, through its
// cross-reference table: nothing depends on where things stand in it.
func readPages(file []byte) ([]drawnPage, error) {
	f, err := openSource(file)
	if err != nil {
		return nil, err
	}
	tree, err := f.dict(f.catalog["Pages"])
	if err != nil {
		return nil, err
	}
	kids, err := f.list(tree["Kids"])
	if err != nil {
		return nil, err
	}
	pages := make([]drawnPage, len(kids))
	for i, kid := range kids {
		d, err := f.dict(kid)
		if err != nil {
			return nil, err
		}
		box := d["MediaBox"]
		if box == nil {
			box = tree["MediaBox"]
		}
		if pages[i].box, err = f.box(box); err != nil {
			return nil, err
		}
		if _, pages[i].content, err = f.stream(d["Contents"]); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// box reads a rectangle.
func (f *source) box(o object) (box [4]float64, err error) {
	l, err := f.list(o)
	if err != nil {
		return box, err
	}
	if len(l) != len(box) {
		return box, fmt.Errorf("%w: a rectangle of %d numbers", errSyntax, len(l))
	}
	for i, o := range l {
		n, ok := o.(number)
		if !ok {
			return box, fmt.Errorf("%w: a rectangle without numbers", errSyntax)
		}
		box[i] = float64(n)
	}
	return box, nil
}
