module github.com/parley-interop/parley

go 1.26
