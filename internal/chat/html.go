package chat

import (
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

// sanitizer leaves the HTML that people write in messages and takes out everything that acts: scripts, styles, frames,
// forms, handlers, and links that are not http, https or mailto. It is immutable and safe for concurrent use.
var sanitizer = bluemonday.UGCPolicy()

var image = regexp.MustCompile(`(?i)<(img|picture|video|audio|source|svg)\b`)

// hasImage reports whether sanitised HTML shows an image or plays a medium.
func hasImage(html string) bool { return image.MatchString(html) }

// clean returns what a message is, and its content as it is stored. Errors: MESSAGE_EMPTY, MESSAGE_TOO_LARGE.
func clean(kind chatv1.MessageType, content string) (chatv1.MessageType, string, error) {
	if len(content) > MaxContent {
		return 0, "", tooLarge("content has %d bytes, at most %d (28 KiB) are allowed: split it, or share a link", len(content))
	}
	if kind == chatv1.MessageType_MESSAGE_TYPE_HTML {
		content = sanitizer.Sanitize(content)
	} else {
		kind = chatv1.MessageType_MESSAGE_TYPE_TEXT
	}
	if strings.TrimSpace(content) == "" {
		return 0, "", reason.New(typev1.Reason_REASON_MESSAGE_EMPTY, "content is empty, or nothing is left of it after sanitising")
	}
	if len(content) > MaxContent {
		return 0, "", tooLarge("content has %d bytes after sanitising, at most %d (28 KiB) are allowed: split it, or share a link", len(content))
	}
	return kind, content, nil
}

func tooLarge(format string, size int) error {
	return reason.New(typev1.Reason_REASON_MESSAGE_TOO_LARGE, format, size, MaxContent).Field("content", format, size, MaxContent)
}
