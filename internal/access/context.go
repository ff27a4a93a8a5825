package access

import "context"

type contextKey struct{}

// NewContext returns a context that carries a caller, which must not be changed any more.
func NewContext(ctx context.Context, c *Caller) context.Context {
	return context.WithValue(ctx, contextKey{}, c)
}

// FromContext returns the caller of a request. A context without one is a fault of the program, not of the request: it
// panics rather than take somebody for nobody.
func FromContext(ctx context.Context) Caller {
	c, ok := ctx.Value(contextKey{}).(*Caller)
	if !ok {
		panic("access: the request was not authenticated")
	}
	return *c
}
