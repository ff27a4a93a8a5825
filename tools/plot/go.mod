// The plots of the documentation are drawn by a library that nobody else needs: a module of its own keeps it out of the broker's go.mod.
module github.com/parley-interop/parley/tools/plot

go 1.26.0

require gonum.org/v1/plot v0.17.0
