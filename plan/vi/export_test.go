package vi

// MaxSlug is for the tests from outside alone.
const MaxSlug = maxSlug
