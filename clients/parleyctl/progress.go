package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// progress is a bar on a terminal; anywhere else it is nothing.
type progress struct {
	out   io.Writer
	total int
}

func newProgress(out io.Writer, total int) progress {
	file, ok := out.(*os.File)
	if !ok {
		return progress{}
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return progress{}
	}
	return progress{out: out, total: total}
}

// set draws how much is done.
func (p progress) set(done int) {
	if p.out == nil || p.total == 0 {
		return
	}
	const width = 40
	full := width * done / p.total
	_, _ = fmt.Fprintf(p.out, "\r[%s%s] %d of %d", strings.Repeat("=", full), strings.Repeat(" ", width-full), done, p.total)
}

// end leaves the line of the bar.
func (p progress) end() {
	if p.out != nil {
		_, _ = fmt.Fprintln(p.out)
	}
}
