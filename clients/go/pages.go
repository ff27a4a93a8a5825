package parley

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// page is an answer with a part of a list.
type page interface{ GetNextPageToken() string }

// pages iterates over the items of all pages, and asks for the next page when the one before is used up. An error is the last element.
// A nil request asks for everything.
func pages[Q proto.Message, A page, T any](ctx context.Context, request Q, list func(context.Context, Q, ...grpc.CallOption) (A, error), items func(A) []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		next := proto.CloneOf(request)
		if !next.ProtoReflect().IsValid() {
			next = next.ProtoReflect().New().Interface().(Q) //nolint:errcheck // A message of the same type.
		}
		token := next.ProtoReflect().Descriptor().Fields().ByName("page_token")
		for {
			answer, err := list(ctx, next)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, item := range items(answer) {
				if !yield(item, nil) {
					return
				}
			}
			if answer.GetNextPageToken() == "" {
				return
			}
			next.ProtoReflect().Set(token, protoreflect.ValueOfString(answer.GetNextPageToken()))
		}
	}
}
