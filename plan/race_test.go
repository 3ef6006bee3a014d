//go:build race

package plan_test

// slowness is how many seconds a hostile file may take: the race detector makes
// the parser some fifteen times slower.
const slowness = 60
