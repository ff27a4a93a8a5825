package io.github.parleyinterop;

import io.github.parleyinterop.directory.v1.DirectoryServiceGrpc;
import io.github.parleyinterop.directory.v1.ImportTenantUsersRequest;
import io.github.parleyinterop.directory.v1.ImportTenantUsersResponse;
import io.github.parleyinterop.directory.v1.TenantUser;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;

/** One import: writes batches as fast as the broker takes them, and keeps its one answer. */
final class TenantUserImport extends ClientCall.Listener<ImportTenantUsersResponse> {
    /** How many users go into one batch, which is one commit; the contract allows 1000. */
    private static final int BATCH = 500;

    private final Invoker invoker;
    private final Iterator<ImportTenantUsersRequest> batches;
    private final ClientCall<ImportTenantUsersRequest, ImportTenantUsersResponse> call;
    private final CompletableFuture<ImportTenantUsersResponse> future = new CompletableFuture<>();
    private ImportTenantUsersResponse answer;
    private boolean done;

    private TenantUserImport(Invoker invoker, Iterator<ImportTenantUsersRequest> batches) {
        this.invoker = invoker;
        this.batches = batches;
        this.call = invoker.channel.newCall(
                DirectoryServiceGrpc.getImportTenantUsersMethod(),
                CallOptions.DEFAULT.withExecutor(invoker.connection.executor));
    }

    static CompletableFuture<ImportTenantUsersResponse> start(
            Invoker invoker, Iterator<ImportTenantUsersRequest> batches) {
        TenantUserImport started = new TenantUserImport(invoker, batches);
        started.future.whenComplete((response, failure) -> {
            if (started.future.isCancelled()) {
                started.call.cancel("the future was cancelled", null);
            }
        });
        started.call.start(started, new Metadata());
        started.call.request(2);
        return started.future;
    }

    @Override
    public void onReady() {
        try {
            while (!done && call.isReady()) {
                if (batches.hasNext()) {
                    call.sendMessage(batches.next());
                } else {
                    done = true;
                    call.halfClose();
                }
            }
        } catch (RuntimeException e) {
            done = true;
            call.cancel("the users could not be read", e);
            future.completeExceptionally(e);
        }
    }

    @Override
    public void onMessage(ImportTenantUsersResponse response) {
        answer = response;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        done = true;
        if (status.isOk() && answer != null) {
            future.complete(answer);
        } else {
            future.completeExceptionally(
                    invoker.failure(status, trailers, DirectoryServiceGrpc.getImportTenantUsersMethod()));
        }
    }

    /** Cuts users into batches. */
    static Iterator<ImportTenantUsersRequest> batches(Iterator<TenantUser> users) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return users.hasNext();
            }

            @Override
            public ImportTenantUsersRequest next() {
                if (!users.hasNext()) {
                    throw new NoSuchElementException("there are no more users");
                }
                ImportTenantUsersRequest.Builder batch = ImportTenantUsersRequest.newBuilder();
                while (users.hasNext() && batch.getUsersCount() < BATCH) {
                    batch.addUsers(users.next());
                }
                return batch.build();
            }
        };
    }
}
