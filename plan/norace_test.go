//go:build !race

package plan_test

// slowness is how many seconds a hostile file may take: one, on a machine that
// has nothing else to do; the slowest takes 0.4.
const slowness = 3
