package storetest

import (
	"testing"
)

// BackupStorage is storage that can be restored from a backup.
type BackupStorage interface {
	Storage
	// Restore returns other storage with the same content, restored as an operator would do it. No store is open meanwhile.
	Restore() Storage
}

// RunRestore proves that a log which was restored from a backup has another epoch.
func RunRestore(t *testing.T, factory func(t testing.TB) BackupStorage) {
	t.Run("LogThatWasRestoredHasAnotherEpoch", func(t *testing.T) {
		storage := factory(t)
		f := begin(t, storage)
		f.set("key", "x")
		epoch := f.Epoch()
		f.wantError(f.Close(), nil)
		restored := begin(t, storage.Restore())
		restored.want("key", "x")
		if again := restored.Epoch(); again == 0 || again == epoch {
			t.Errorf("epoch is %d, and was %d before", again, epoch)
		}
	})
}
