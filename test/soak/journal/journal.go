// Package journal keeps what the clients of a soak have seen: each client writes one file of JSON lines, one for each thing that it
// did or was shown, and nothing is kept that a client could not know. All clients share one clock, which nobody moves.
package journal

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Kind says what an entry tells.
type Kind string

// The kinds of entries, and the fields that they have beside At.
const (
	// Reader begins the journal of a stream of chat: Who follows, and whether it is All, a backend that sees every thread.
	Reader Kind = "reader"
	// Listener begins the journal of a stream of calls: Who follows.
	Listener Kind = "listener"
	// Party introduces somebody: Who, and whether it is of the tenant (Teams).
	Party Kind = "party"
	// Thread introduces a thread: Thread, its Members for good, and its Guests, who come and go.
	Thread Kind = "thread"

	// Send is one attempt to send: Who, Thread, Text, Began, Result, Reason; when acknowledged Sequence and Message. Pipe is its place
	// in a pipeline, 0 outside one.
	Send Kind = "send"
	// Shown is a message that a reader was shown: Thread, Text, Sequence, Message; of the system Change and Subjects.
	Shown Kind = "shown"
	// Resumed tells that a stream was opened: Count is how much was processed at its cursor, Reason why the one before ended.
	Resumed Kind = "resumed"
	// Complete tells that a reader was shown all that it waits for.
	Complete Kind = "complete"
	// Flip is a change of policy that was answered: Who it shuts out, empty for everybody of the tenant; Closed, and Began.
	Flip Kind = "flip"

	// Start is an attempt to call: Who, Callee, Began, Result, Reason; Call when acknowledged.
	Start Kind = "start"
	// Act is what somebody did in a call: Who, Call, Change (answer, reject, hang up, …), Began, Result, Reason.
	Act Kind = "act"
	// Told is an event of a call that a listener was told: Call, Sequence, Change, and Outcome with the end.
	Told Kind = "told"
	// Outcome is how a call ended, as an answer to Who said: Call, Outcome.
	Outcome Kind = "outcome"

	// Fault is harm that was done: Change (kill, disk full, clock), Began to At.
	Fault Kind = "fault"
	// Sample is what the broker's process spends in its calm life: Heap and RSS in bytes, Goroutines; 0 where not known.
	Sample Kind = "sample"
	// Trouble is something that must not be, as its client knows by itself: Who, Text.
	Trouble Kind = "trouble"
	// Skipped is harm that could not be done here: Change, Text.
	Skipped Kind = "skipped"
)

// Result is what became of an attempt.
type Result string

// The results of attempts.
const (
	// Acknowledged has happened.
	Acknowledged Result = "acknowledged"
	// Refused has not happened.
	Refused Result = "refused"
	// Uncertain may have happened.
	Uncertain Result = "uncertain"
)

// Entry is one line of a journal. Which fields it has depends on its kind.
type Entry struct {
	Kind Kind `json:"kind"`
	// At is when it was over, and Began when it began, in nanoseconds since the soak began.
	At    int64 `json:"at"`
	Began int64 `json:"began,omitempty"`

	Who     string   `json:"who,omitempty"`
	Teams   bool     `json:"teams,omitempty"`
	All     bool     `json:"all,omitempty"`
	Thread  string   `json:"thread,omitempty"`
	Members []string `json:"members,omitempty"`
	Guests  []string `json:"guests,omitempty"`

	Text     string   `json:"text,omitempty"`
	Sequence int64    `json:"sequence,omitempty"`
	Message  string   `json:"message,omitempty"`
	Change   string   `json:"change,omitempty"`
	Subjects []string `json:"subjects,omitempty"`
	Pipe     int      `json:"pipe,omitempty"`
	Result   Result   `json:"result,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	Count    int      `json:"count,omitempty"`
	Closed   bool     `json:"closed,omitempty"`

	Call    string `json:"call,omitempty"`
	Callee  string `json:"callee,omitempty"`
	Outcome string `json:"outcome,omitempty"`

	Heap       int64 `json:"heap,omitempty"`
	RSS        int64 `json:"rss,omitempty"`
	Goroutines int   `json:"goroutines,omitempty"`
}

// suffix ends the names of journals.
const suffix = ".jsonl"

// Folder is where the journals of one soak are written.
type Folder struct {
	path  string
	began time.Time
}

// NewFolder keeps journals in a directory. The soak begins now.
func NewFolder(path string) *Folder { return &Folder{path, time.Now()} }

// Now returns the nanoseconds since the soak began.
func (f *Folder) Now() int64 { return int64(time.Since(f.began)) }

// Create begins the journal of a client, whose name no other has.
func (f *Folder) Create(name string) (*Writer, error) {
	file, err := os.OpenFile(filepath.Join(f.path, name+suffix), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("begin a journal: %w", err)
	}
	buffer := bufio.NewWriterSize(file, 1<<16)
	return &Writer{folder: f, file: file, buffer: buffer, encoder: json.NewEncoder(buffer)}, nil
}

// Writer writes one journal. Many goroutines may use it.
type Writer struct {
	folder *Folder

	mu      sync.Mutex
	file    *os.File
	buffer  *bufio.Writer
	encoder *json.Encoder
	err     error
}

// Write adds an entry. Its At is now unless it is set. Close tells of what could not be written.
func (w *Writer) Write(e Entry) {
	if e.At == 0 {
		e.At = w.folder.Now()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = w.encoder.Encode(e)
	}
}

// Close ends the journal, and returns why it is not whole, if so.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = w.buffer.Flush()
	}
	if err := w.file.Close(); w.err == nil {
		w.err = err
	}
	return w.err
}

// Files returns the journals of a folder, in the order of their names.
func Files(folder string) ([]string, error) { return filepath.Glob(filepath.Join(folder, "*"+suffix)) }

// Read returns the entries of a journal. A line that is none ends it with an error.
func Read(path string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		file, err := os.Open(path)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		defer file.Close()
		decoder := json.NewDecoder(bufio.NewReaderSize(file, 1<<16))
		decoder.DisallowUnknownFields()
		for {
			var e Entry
			err := decoder.Decode(&e)
			if err == io.EOF { //nolint:errorlint // The decoder returns it as it is.
				return
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", filepath.Base(path), err)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}
