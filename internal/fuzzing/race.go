//go:build race

package fuzzing

// Slowness is how many times longer a test with a bound of time may take: the race
// detector makes code some ten times slower.
const Slowness = 20
