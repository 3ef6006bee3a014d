package batch

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"time"
)

// zipDate is the date of every file in an archive: the same documents give the
// same archive, whenever it is made. It is the first date that the form knows.
var zipDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// pack makes one archive of all documents in the order of the manifest, with
// the manifest itself. PDF and DOCX are compressed already: files are stored.
func (r *run) pack(ctx context.Context) error {
	name := strings.TrimSuffix(path.Base(r.job.file), path.Ext(r.job.file)) + ".zip"
	out, err := r.t.create("zip")
	if err != nil {
		return err
	}
	return out.commit(name, r.writeZip(ctx, zip.NewWriter(out)))
}

func (r *run) writeZip(ctx context.Context, z *zip.Writer) error {
	done := 0
	err := r.entries(func(e *Entry) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, f := range e.Files {
			if err := r.addToZip(z, f.Name); err != nil {
				return err
			}
		}
		done++
		r.progress(Progress{Stage: Packing, Done: done, Total: r.result.Selected})
		return nil
	})
	if err == nil {
		err = r.addToZip(z, r.t.own(manifestName, ".json"))
	}
	return errors.Join(err, z.Close())
}

func (r *run) addToZip(z *zip.Writer, name string) error {
	in, err := r.t.root.Open(name)
	if err != nil {
		return fmt.Errorf("pack: %w", err)
	}
	defer in.Close()
	h := &zip.FileHeader{Name: name, Method: zip.Store, Modified: zipDate}
	h.SetMode(os.FileMode(0o644))
	w, err := z.CreateHeader(h)
	if err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	if _, err := io.Copy(w, in); err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	return nil
}

// entries reads the manifest of the finished run.
func (r *run) entries(each func(*Entry) error) error {
	f, err := r.t.root.Open(r.t.own(manifestName, ".json"))
	if err != nil {
		return fmt.Errorf("read manifest: %w", err)
	}
	defer f.Close()
	_, err = ReadManifest(f, each)
	return err
}
