// Package serve is the library over HTTP: an http.Handler that makes documents for any
// software, in any language.
//
//	h, err := serve.New(&serve.Options{Renderer: docgen.Options{Profile: office}})
//	http.ListenAndServe("127.0.0.1:8730", h)
//
//	curl --data-binary @ke-hoach.yaml -H 'Content-Type: application/yaml' \
//		http://127.0.0.1:8730/api/v1/render?to=docx -o ke-hoach.docx
//
// The handler may stand below any path (http.StripPrefix). What it answers are the bytes
// that the command writes for the same input.
//
// It stands above all other packages, next to the command, and is the only one of the
// library that uses net/http, a clock and timers. A request is worked on in the goroutine
// that brought it, holds nothing on disk, and opens no file, address or link that its body
// names: what a paper names must come with it. Requests reach it only under the hosts of
// [Options], and a browser's only from its own pages.
package serve
