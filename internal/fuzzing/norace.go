//go:build !race

package fuzzing

// Slowness is how many times longer a test with a bound of time may take: not at all,
// without the race detector.
const Slowness = 1
