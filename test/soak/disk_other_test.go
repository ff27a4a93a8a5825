//go:build !linux

package soak_test

import (
	"errors"
	"testing"
)

// disk is the folder of the broker.
type disk struct{ path string }

var errNoDisk = errors.New("small file systems are mounted on Linux only")

func newDisk(t *testing.T) (*disk, error) { return &disk{t.TempDir()}, errNoDisk }

func (d *disk) fill(int64) error { return errNoDisk }
func (d *disk) clear() error     { return errNoDisk }
