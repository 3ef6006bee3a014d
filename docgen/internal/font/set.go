package font

// Set is a family of four parsed faces, prepared once and safe for concurrent use.
type Set struct{}
