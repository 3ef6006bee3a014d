package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"
)

// pauseOfWatch is the time between two looks at the files.
const pauseOfWatch = 200 * time.Millisecond

// stamp is how a file looks from outside.
type stamp struct {
	there bool
	at    time.Time
	size  int64
}

// watch renders, and again whenever a file that was read changes, until ctx ends. A run with
// errors writes nothing, so that what was good stays.
func watch(ctx context.Context, c *console, f renderFlags, files []string) error {
	if slices.Contains(files, "-") || f.out == "-" || f.placements == "-" || f.style.profile == "-" {
		return errors.New("--watch không dùng với đầu vào chuẩn và đầu ra chuẩn")
	}
	if slices.ContainsFunc(files, isDraft) {
		return errors.New("--watch dùng với tệp YAML; đổi bản nháp bằng vanban import trước")
	}
	read := files
	for {
		before := stampsOf(read)
		var err error
		read, err = render(ctx, c, f, files)
		switch {
		case errors.Is(err, errFound):
			fmt.Fprintln(c.err, "còn lỗi: tệp ra giữ bản trước")
		case err != nil && !errors.Is(err, errSaid):
			return err // the flags are wrong: no change of a file mends them
		}
		now := stampsOf(read)
		maps.Copy(now, before) // what changed meanwhile is a change
		c.note("đang theo dõi %d tệp; bấm Ctrl+C để dừng", len(now))
		if !changed(ctx, now) {
			return err
		}
	}
}

// changed waits until files look otherwise, and have come to rest. False: ctx ended.
func changed(ctx context.Context, known map[string]stamp) bool {
	names := slices.Collect(maps.Keys(known))
	tick := time.NewTicker(pauseOfWatch)
	defer tick.Stop()
	last := known
	for {
		select {
		case <-ctx.Done():
			return false
		case <-tick.C:
		}
		now := stampsOf(names)
		if maps.Equal(now, last) && !maps.Equal(now, known) {
			return true
		}
		last = now
	}
}

func stampsOf(names []string) map[string]stamp {
	stamps := make(map[string]stamp, len(names))
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			stamps[name] = stamp{}
			continue
		}
		stamps[name] = stamp{true, info.ModTime(), info.Size()}
	}
	return stamps
}
