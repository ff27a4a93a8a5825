package key

import "github.com/parley-interop/parley/internal/store"

// Call holds a call.
func Call(callID string) []byte { return build(tagCall, callID) }

// CallClock holds the time of the latest id of a call.
func CallClock() []byte { return build(tagCallClock) }

// CallParty holds since when a user of either world sees a call that it is or was in.
func CallParty(rawID, callID string) []byte { return build(tagCallParty, rawID, callID) }

// CallsOf are the calls that a user of either world is or was in, by id.
func CallsOf(rawID string) store.Range { return within(build(tagCallParty, rawID)) }

// ResourceCall marks that a resource has a call.
func ResourceCall(resourceID, callID string) []byte {
	return build(tagResourceCall, resourceID, callID)
}

// ResourceCalls are the calls of a resource, by id.
func ResourceCalls(resourceID string) store.Range {
	return within(build(tagResourceCall, resourceID))
}

// LiveCall marks that an owner has a call that has not ended: a party that is or was in it, by its raw id, a resource, or
// a tenant as long as a party of it is in the call.
func LiveCall(owner, callID string) []byte { return build(tagLiveCall, owner, callID) }

// LiveCalls are the calls of an owner that have not ended, by id.
func LiveCalls(owner string) store.Range { return within(build(tagLiveCall, owner)) }

// Ringing marks that a party is being called.
func Ringing(rawID, callID string) []byte { return build(tagRinging, rawID, callID) }

// RingingOf are the calls that a party is being called to, by id.
func RingingOf(rawID string) store.Range { return within(build(tagRinging, rawID)) }

// SignalPair holds what one leg of a call has sent to another.
func SignalPair(callID, fromLegID, toLegID string) []byte {
	return build(tagSignalPair, callID, fromLegID, toLegID)
}

// SignalPairs are what the legs of a call have sent to each other.
func SignalPairs(callID string) store.Range { return within(build(tagSignalPair, callID)) }

// Signal marks that the log has a signal or tones of a call at a position.
func Signal(callID string, p store.Position) []byte {
	return number(build(tagSignal, callID), uint64(p))
}

// Signals are the signals and tones of a call, by position.
func Signals(callID string) store.Range { return within(build(tagSignal, callID)) }

// Notice holds the nth notice of a call.
func Notice(callID string, n uint64) []byte { return number(build(tagNotice, callID), n) }

// Notices are the notices of a call, in their order.
func Notices(callID string) store.Range { return within(build(tagNotice, callID)) }

// Device holds one stream of a device of a user.
func Device(rawID, deviceID, streamID string) []byte {
	return build(tagDevice, rawID, deviceID, streamID)
}

// StreamsOf are the streams of a device of a user.
func StreamsOf(rawID, deviceID string) store.Range { return within(build(tagDevice, rawID, deviceID)) }

// DevicesOf are the streams of all devices of a user.
func DevicesOf(rawID string) store.Range { return within(build(tagDevice, rawID)) }

// Lease holds until when a broker may be taken to live.
func Lease(lease string) []byte { return build(tagLease, lease) }

// Devices are the streams of all devices.
func Devices() store.Range { return within(build(tagDevice)) }

// Leases are the leases of all brokers.
func Leases() store.Range { return within(build(tagLease)) }

// LeaseStream marks that a stream of a device of a user is connected under a lease.
func LeaseStream(lease, rawID, deviceID, streamID string) []byte {
	return build(tagLeaseStream, lease, rawID, deviceID, streamID)
}

// LeaseStreams are the streams that are connected under a lease.
func LeaseStreams(lease string) store.Range { return within(build(tagLeaseStream, lease)) }

// LeaseStreamsAfter are the streams that are connected under any later lease; an empty one is before all.
func LeaseStreamsAfter(lease string) store.Range {
	r := within(build(tagLeaseStream))
	if lease != "" {
		r.From = LeaseStreams(lease).To
	}
	return r
}
