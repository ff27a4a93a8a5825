package io.github.parleyinterop;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the contract says of a method: whether it may be repeated, which a key alone does not say, and where its idempotency key is, null if it has none. */
record Traits(boolean repeatable, Descriptors.FieldDescriptor key) {
    private static final Map<String, Traits> KNOWN = new ConcurrentHashMap<>();

    static Traits of(MethodDescriptor<?, ?> method) {
        return KNOWN.computeIfAbsent(method.getFullMethodName(), name -> read(method));
    }

    private static Traits read(MethodDescriptor<?, ?> method) {
        if (!(method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema)) {
            return new Traits(false, null);
        }
        Descriptors.MethodDescriptor proto = schema.getMethodDescriptor();
        Descriptors.FieldDescriptor key = proto.getInputType().findFieldByName("idempotency_key");
        IdempotencyLevel level = proto.getOptions().getIdempotencyLevel();
        return new Traits(level != IdempotencyLevel.IDEMPOTENCY_UNKNOWN, key);
    }

    /** Returns the request with an idempotency key: its own, else a new one. */
    <Q> Q withKey(Q request) {
        if (key == null || !(request instanceof Message message) || !((String) message.getField(key)).isEmpty()) {
            return request;
        }
        Message keyed = message.toBuilder().setField(key, Keys.next()).build();
        @SuppressWarnings("unchecked") // A builder makes what it was made from.
        Q same = (Q) keyed;
        return same;
    }
}
