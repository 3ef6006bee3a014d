package serve

import (
	"archive/zip"
	"bytes"
	"time"
)

// packed is the date of files in archives: the same papers are the same bytes, whenever they
// are made. It is the first that the form knows.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// pack makes a ZIP file. Most of what goes in is compressed already.
func pack(files []madeFile) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store, Modified: packed})
		if err == nil {
			_, err = w.Write(f.File)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
