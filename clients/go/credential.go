package parley

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"
	"sync"
	"time"
)

// Credential is what a client shows to the broker with each call.
type Credential interface {
	// Bearer returns a key or a token. It is called for every try of every call, by many goroutines.
	Bearer(ctx context.Context) (string, error)
}

// Bearer is a key or a token that stays the same: an access key of a resource, the key of a tenant's administrator, an
// operator key, or a token of one user.
type Bearer string

// Bearer returns the text itself.
func (b Bearer) Bearer(context.Context) (string, error) { return string(b), nil }

// Token is a token and its end.
type Token struct {
	// Text is the JWT.
	Text string
	// Expires is when it stops working. The zero value leaves it to the `exp` of the JWT.
	Expires time.Time
}

// Tokens makes a credential of tokens that expire. The function is called when a token is needed and there is none, or the
// one that there is has nearly expired; by one goroutine at a time, whose context ends after 30 s. A call that waits for
// a token fails with its error. It is called once more when the broker says that a token has expired.
func Tokens(get func(ctx context.Context) (Token, error)) Credential {
	return &tokens{get: get, turn: make(chan struct{}, 1)}
}

// refresher is a credential that can be renewed.
type refresher interface {
	// refuse forgets a text that the broker no longer takes, and reports whether asking again may give another one.
	refuse(text string) bool
}

// tokenTimeout bounds how long a provider may take.
const tokenTimeout = 30 * time.Second

type tokens struct {
	get func(ctx context.Context) (Token, error)
	// turn holds the right to ask the provider.
	turn chan struct{}

	mu      sync.Mutex
	text    string
	renewal time.Time
}

// Bearer returns the token, and asks for one where there is none that lives on.
func (t *tokens) Bearer(ctx context.Context) (string, error) {
	if text, ok := t.current(); ok {
		return text, nil
	}
	select {
	case t.turn <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	if text, ok := t.current(); ok {
		<-t.turn
		return text, nil
	}
	type outcome struct {
		text string
		err  error
	}
	done := make(chan outcome, 1)
	// Others wait for this token too, so it does not end with the call that happened to come first.
	asking, cancel := context.WithTimeout(context.WithoutCancel(ctx), tokenTimeout)
	go func() {
		defer func() { cancel(); <-t.turn }()
		text, err := t.ask(asking)
		done <- outcome{text, err}
	}()
	select {
	case o := <-done:
		return o.text, o.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (t *tokens) current() (string, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text, t.text != "" && (t.renewal.IsZero() || time.Now().Before(t.renewal))
}

func (t *tokens) ask(ctx context.Context) (string, error) {
	asked := time.Now()
	token, err := t.get(ctx)
	if err != nil {
		return "", err
	}
	if token.Expires.IsZero() {
		token.Expires = expiry(token.Text)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text, t.renewal = token.Text, renewal(asked, token.Expires)
	return token.Text, nil
}

// renewal is when to ask for the next token: somewhat before the end of this one. The zero time stands for never.
func renewal(asked, expires time.Time) time.Time {
	if expires.IsZero() {
		return time.Time{}
	}
	return expires.Add(-min(expires.Sub(asked)/5, 30*time.Second))
}

// refuse forgets a token, unless there is another one already.
func (t *tokens) refuse(text string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.text == text {
		t.text = ""
	}
	return true
}

// expiry reads the end of a JWT without checking its signature; the zero time where there is none.
func expiry(jwt string) time.Time {
	parts := strings.Split(jwt, ".")
	if len(parts) != 3 {
		return time.Time{}
	}
	claims, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return time.Time{}
	}
	var c struct {
		Exp float64 `json:"exp"`
	}
	if err := json.Unmarshal(claims, &c); err != nil || c.Exp <= 0 {
		return time.Time{}
	}
	return time.Unix(int64(c.Exp), 0)
}
