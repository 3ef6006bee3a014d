package phrase

// For tests.
const Marked = marked

// MayStray is mayStray.
var MayStray = mayStray
