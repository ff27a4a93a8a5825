package io.github.parleyinterop;

import com.google.protobuf.FieldMask;
import io.github.parleyinterop.chat.v1.AddParticipantsRequest;
import io.github.parleyinterop.chat.v1.AddParticipantsResponse;
import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.chat.v1.CreateThreadRequest;
import io.github.parleyinterop.chat.v1.CreateThreadResponse;
import io.github.parleyinterop.chat.v1.DeleteMessageRequest;
import io.github.parleyinterop.chat.v1.DeleteMessageResponse;
import io.github.parleyinterop.chat.v1.DeleteThreadRequest;
import io.github.parleyinterop.chat.v1.DeleteThreadResponse;
import io.github.parleyinterop.chat.v1.GetMessageRequest;
import io.github.parleyinterop.chat.v1.GetMessageResponse;
import io.github.parleyinterop.chat.v1.GetThreadRequest;
import io.github.parleyinterop.chat.v1.GetThreadResponse;
import io.github.parleyinterop.chat.v1.ListMessagesRequest;
import io.github.parleyinterop.chat.v1.ListParticipantsRequest;
import io.github.parleyinterop.chat.v1.ListReadReceiptsRequest;
import io.github.parleyinterop.chat.v1.ListThreadsRequest;
import io.github.parleyinterop.chat.v1.Message;
import io.github.parleyinterop.chat.v1.Participant;
import io.github.parleyinterop.chat.v1.ReadReceipt;
import io.github.parleyinterop.chat.v1.RemoveParticipantRequest;
import io.github.parleyinterop.chat.v1.RemoveParticipantResponse;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SendMessageResponse;
import io.github.parleyinterop.chat.v1.SendReadReceiptRequest;
import io.github.parleyinterop.chat.v1.SendReadReceiptResponse;
import io.github.parleyinterop.chat.v1.SendTypingNotificationRequest;
import io.github.parleyinterop.chat.v1.SendTypingNotificationResponse;
import io.github.parleyinterop.chat.v1.SubscribeRequest;
import io.github.parleyinterop.chat.v1.Thread;
import io.github.parleyinterop.chat.v1.UpdateMessageRequest;
import io.github.parleyinterop.chat.v1.UpdateMessageResponse;
import io.github.parleyinterop.chat.v1.UpdateThreadRequest;
import io.github.parleyinterop.chat.v1.UpdateThreadResponse;
import io.github.parleyinterop.type.v1.StartPosition;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Threads and messages, in order and durable: what {@code ChatService} serves. Safe for use by many threads.
 *
 * <p>Every method answers with a future and never blocks; cancelling the future cancels the call. Futures fail with a
 * {@link ParleyException}.
 */
public final class ChatAsyncClient {
    private final Invoker invoker;

    ChatAsyncClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Starts a thread and adds its participants, the caller included.
     *
     * <p>Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's
     * policy) come back in {@code refused_participants}, and the thread exists all the same. A Teams user is refused
     * as a creator with {@code INTEROP_CHAT_INITIATION} unless its tenant lifts that.
     *
     * <p>The future fails with one of {@code METADATA_TOO_LARGE}, {@code PARTICIPANT_REPEATED}, {@code
     * TOO_MANY_PARTICIPANTS}, {@code INTEROP_CHAT_INITIATION}, {@code INTEROP_*} of the creator, {@code
     * IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}, besides the reasons that any call may
     * have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateThreadResponse> createThread(CreateThreadRequest request) {
        return invoker.start(ChatServiceGrpc.getCreateThreadMethod(), request);
    }

    /**
     * Starts a thread and adds its participants, the caller included.
     *
     * @param topic what it is about, at most 256 characters
     * @param others whom to add besides the caller
     * @return the answer of the broker
     */
    public CompletableFuture<CreateThreadResponse> createThread(String topic, Identifier... others) {
        return createThread(CreateThreadRequest.newBuilder()
                .setTopic(topic)
                .addAllParticipants(Arrays.stream(others)
                        .map(o -> Participant.newBuilder()
                                .setIdentifier(o.toProto())
                                .build())
                        .toList())
                .build());
    }

    /**
     * Returns a thread that the caller takes part in, or took part in.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, and {@code INTEROP_*} where
     * policy has closed it to the caller, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetThreadResponse> getThread(GetThreadRequest request) {
        return invoker.start(ChatServiceGrpc.getGetThreadMethod(), request);
    }

    /**
     * Returns a thread that the caller takes part in, or took part in.
     *
     * @param threadId the thread
     * @return the thread
     */
    public CompletableFuture<Thread> getThread(String threadId) {
        return getThread(GetThreadRequest.newBuilder().setThreadId(threadId).build())
                .thenApply(GetThreadResponse::getThread);
    }

    /**
     * Lists the threads of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     *
     * <p>The future fails with one of {@code PAGE_TOKEN_INVALID}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Thread> listThreads(ListThreadsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        ChatServiceGrpc.getListThreadsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getThreadsList(), page.getNextPageToken())));
    }

    /**
     * Lists the threads of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Thread> listThreads() {
        return listThreads(ListThreadsRequest.newBuilder().build());
    }

    /**
     * Changes the topic, the metadata or the retention. A new topic leaves a system message.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code NOT_A_PARTICIPANT},
     * {@code UPDATE_MASK_INVALID}, {@code METADATA_TOO_LARGE}, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED},
     * {@code RATE_LIMITED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateThreadResponse> updateThread(UpdateThreadRequest request) {
        return invoker.start(ChatServiceGrpc.getUpdateThreadMethod(), request);
    }

    /**
     * Ends a thread: its participants are removed, its history is hidden from them, and the resource keeps the audit
     * record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete it
     * ({@code CALLER_NOT_ALLOWED}). Deleting a deleted thread succeeds.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code NOT_A_PARTICIPANT}, {@code
     * CALLER_NOT_ALLOWED}, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, besides the
     * reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteThreadResponse> deleteThread(DeleteThreadRequest request) {
        return invoker.start(ChatServiceGrpc.getDeleteThreadMethod(), request);
    }

    /**
     * Ends a thread: its participants are removed, its history is hidden from them, and the resource keeps the audit
     * record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete it
     * ({@code CALLER_NOT_ALLOWED}). Deleting a deleted thread succeeds.
     *
     * @param threadId the thread
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteThreadResponse> deleteThread(String threadId) {
        return deleteThread(
                DeleteThreadRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons; one
     * that is in the thread already is refused with {@code PARTICIPANT_EXISTS}. A Teams user adds Teams users only,
     * unless its tenant lifts that ({@code INTEROP_ADD_PARTICIPANT}).
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code NOT_A_PARTICIPANT},
     * {@code PARTICIPANT_REPEATED}, {@code METADATA_TOO_LARGE}, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED},
     * {@code RATE_LIMITED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<AddParticipantsResponse> addParticipants(AddParticipantsRequest request) {
        return invoker.start(ChatServiceGrpc.getAddParticipantsMethod(), request);
    }

    /**
     * Adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons; one
     * that is in the thread already is refused with {@code PARTICIPANT_EXISTS}. A Teams user adds Teams users only,
     * unless its tenant lifts that ({@code INTEROP_ADD_PARTICIPANT}).
     *
     * @param threadId the thread
     * @param who whom to add, 1 to 200
     * @return the answer of the broker
     */
    public CompletableFuture<AddParticipantsResponse> addParticipants(String threadId, Identifier... who) {
        return addParticipants(AddParticipantsRequest.newBuilder()
                .setThreadId(threadId)
                .addAllParticipants(Arrays.stream(who)
                        .map(o -> Participant.newBuilder()
                                .setIdentifier(o.toProto())
                                .build())
                        .toList())
                .build());
    }

    /**
     * Removes a participant, or lets the caller leave. Who was removed keeps reading what was there before.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code NOT_A_PARTICIPANT},
     * {@code PARTICIPANT_NOT_FOUND}, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, besides
     * the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<RemoveParticipantResponse> removeParticipant(RemoveParticipantRequest request) {
        return invoker.start(ChatServiceGrpc.getRemoveParticipantMethod(), request);
    }

    /**
     * Removes a participant, or lets the caller leave. Who was removed keeps reading what was there before.
     *
     * @param threadId the thread
     * @param who whom to remove; the caller itself leaves
     * @return the answer of the broker
     */
    public CompletableFuture<RemoveParticipantResponse> removeParticipant(String threadId, Identifier who) {
        return removeParticipant(RemoveParticipantRequest.newBuilder()
                .setThreadId(threadId)
                .setIdentifier(who.toProto())
                .build());
    }

    /**
     * Lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user without a
     * display name as {@code External}.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code PAGE_TOKEN_INVALID},
     * {@code INTEROP_*}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Participant> listParticipants(ListParticipantsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        ChatServiceGrpc.getListParticipantsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getParticipantsList(), page.getNextPageToken())));
    }

    /**
     * Lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user without a
     * display name as {@code External}.
     *
     * @param threadId the thread
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Participant> listParticipants(String threadId) {
        return listParticipants(
                ListParticipantsRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Sends one message; when it answers, the message is durable and has its place in the thread. A message of a
     * communication user to a thread with Teams users is refused while policy closes the thread to all of those; one
     * of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code NOT_A_PARTICIPANT},
     * {@code MESSAGE_EMPTY}, {@code MESSAGE_TOO_LARGE}, {@code METADATA_TOO_LARGE}, {@code INTEROP_ATTACHMENT},
     * {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}, besides the
     * reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
        return invoker.start(ChatServiceGrpc.getSendMessageMethod(), request);
    }

    /**
     * Sends one message; when it answers, the message is durable and has its place in the thread. A message of a
     * communication user to a thread with Teams users is refused while policy closes the thread to all of those; one
     * of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     *
     * @param threadId the thread
     * @param text the text, 1 byte to 28 KiB of UTF-8
     * @return the answer of the broker
     */
    public CompletableFuture<SendMessageResponse> sendMessage(String threadId, String text) {
        return sendMessage(SendMessageRequest.newBuilder()
                .setThreadId(threadId)
                .setContent(text)
                .build());
    }

    /**
     * Returns one message.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code MESSAGE_NOT_FOUND},
     * {@code INTEROP_*}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetMessageResponse> getMessage(GetMessageRequest request) {
        return invoker.start(ChatServiceGrpc.getGetMessageMethod(), request);
    }

    /**
     * Returns one message.
     *
     * @param threadId the thread
     * @param messageId the message
     * @return the message
     */
    public CompletableFuture<Message> getMessage(String threadId, String messageId) {
        return getMessage(GetMessageRequest.newBuilder()
                        .setThreadId(threadId)
                        .setMessageId(messageId)
                        .build())
                .thenApply(GetMessageResponse::getMessage);
    }

    /**
     * Lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are stable:
     * messages that come in between are never repeated and never push others out.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code PAGE_TOKEN_INVALID},
     * {@code INTEROP_*}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Message> listMessages(ListMessagesRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        ChatServiceGrpc.getListMessagesMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getMessagesList(), page.getNextPageToken())));
    }

    /**
     * Lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are stable:
     * messages that come in between are never repeated and never push others out.
     *
     * @param threadId the thread
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Message> listMessages(String threadId) {
        return listMessages(
                ListMessagesRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Edits a message; only its sender may.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code MESSAGE_NOT_FOUND},
     * {@code MESSAGE_DELETED}, {@code NOT_THE_SENDER}, {@code SYSTEM_MESSAGE}, {@code NOT_A_PARTICIPANT}, {@code
     * MESSAGE_EMPTY}, {@code MESSAGE_TOO_LARGE}, {@code METADATA_TOO_LARGE}, {@code INTEROP_EDIT}, {@code INTEROP_*},
     * {@code UPDATE_MASK_INVALID}, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateMessageResponse> updateMessage(UpdateMessageRequest request) {
        return invoker.start(ChatServiceGrpc.getUpdateMessageMethod(), request);
    }

    /**
     * Edits a message; only its sender may.
     *
     * @param threadId the thread
     * @param messageId the message
     * @param content the new content, 1 byte to 28 KiB of UTF-8
     * @return the message after the change
     */
    public CompletableFuture<Message> updateMessage(String threadId, String messageId, String content) {
        return updateMessage(UpdateMessageRequest.newBuilder()
                        .setThreadId(threadId)
                        .setMessageId(messageId)
                        .setContent(content)
                        .setUpdateMask(FieldMask.newBuilder().addPaths("content"))
                        .build())
                .thenApply(UpdateMessageResponse::getMessage);
    }

    /**
     * Takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access key
     * that acts as nobody. Deleting a deleted message succeeds.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code MESSAGE_NOT_FOUND},
     * {@code NOT_THE_SENDER}, {@code SYSTEM_MESSAGE}, {@code NOT_A_PARTICIPANT}, {@code INTEROP_*}, {@code
     * RATE_LIMITED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteMessageResponse> deleteMessage(DeleteMessageRequest request) {
        return invoker.start(ChatServiceGrpc.getDeleteMessageMethod(), request);
    }

    /**
     * Takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access key
     * that acts as nobody. Deleting a deleted message succeeds.
     *
     * @param threadId the thread
     * @param messageId the message
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteMessageResponse> deleteMessage(String threadId, String messageId) {
        return deleteMessage(DeleteMessageRequest.newBuilder()
                .setThreadId(threadId)
                .setMessageId(messageId)
                .build());
    }

    /**
     * Tells those who follow the thread right now that the caller types. It is never stored, and passed on at most
     * once a second for each user and thread; what comes sooner is dropped without an error.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code NOT_A_PARTICIPANT},
     * {@code INTEROP_*}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<SendTypingNotificationResponse> sendTypingNotification(
            SendTypingNotificationRequest request) {
        return invoker.start(ChatServiceGrpc.getSendTypingNotificationMethod(), request);
    }

    /**
     * Tells those who follow the thread right now that the caller types. It is never stored, and passed on at most
     * once a second for each user and thread; what comes sooner is dropped without an error.
     *
     * @param threadId the thread
     * @return the answer of the broker
     */
    public CompletableFuture<SendTypingNotificationResponse> sendTypingNotification(String threadId) {
        return sendTypingNotification(
                SendTypingNotificationRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Says that the caller has read up to a message. Going back has no effect.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code MESSAGE_NOT_FOUND},
     * {@code NOT_A_PARTICIPANT}, {@code INTEROP_*}, {@code RATE_LIMITED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<SendReadReceiptResponse> sendReadReceipt(SendReadReceiptRequest request) {
        return invoker.start(ChatServiceGrpc.getSendReadReceiptMethod(), request);
    }

    /**
     * Says that the caller has read up to a message. Going back has no effect.
     *
     * @param threadId the thread
     * @param messageId the latest message that was read
     * @return the answer of the broker
     */
    public CompletableFuture<SendReadReceiptResponse> sendReadReceipt(String threadId, String messageId) {
        return sendReadReceipt(SendReadReceiptRequest.newBuilder()
                .setThreadId(threadId)
                .setMessageId(messageId)
                .build());
    }

    /**
     * Lists how far each participant has read, in the order of their raw ids.
     *
     * <p>The future fails with one of {@code THREAD_NOT_FOUND}, {@code THREAD_DELETED}, {@code PAGE_TOKEN_INVALID},
     * {@code INTEROP_*}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<ReadReceipt> listReadReceipts(ListReadReceiptsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        ChatServiceGrpc.getListReadReceiptsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getReceiptsList(), page.getNextPageToken())));
    }

    /**
     * Lists how far each participant has read, in the order of their raw ids.
     *
     * @param threadId the thread
     * @return all items; each use of it lists anew
     */
    public AsyncPages<ReadReceipt> listReadReceipts(String threadId) {
        return listReadReceipts(
                ListReadReceiptsRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Follows what happens in the threads of the caller, or of the whole resource for an access key that acts as
     * nobody. The publisher opens a stream for each subscriber, and it resumes by itself.
     *
     * @param request where to start, what to see, and how often to hear of the broker
     * @return what to subscribe to
     */
    public EventPublisher<ChatUpdate> follow(SubscribeRequest request) {
        return EventPublisher.of(invoker, StreamKind.CHAT, request);
    }

    /**
     * Follows from now on.
     *
     * @return what to subscribe to
     */
    public EventPublisher<ChatUpdate> follow() {
        return follow(SubscribeRequest.getDefaultInstance());
    }

    /**
     * Follows from where an earlier stream stood.
     *
     * @param cursor of a stream of the same caller with the same filter
     * @return what to subscribe to
     */
    public EventPublisher<ChatUpdate> followFrom(Cursor cursor) {
        return follow(SubscribeRequest.newBuilder().setCursor(cursor.bytes()).build());
    }

    /**
     * Follows from the oldest event that is kept and that the caller may see.
     *
     * @return what to subscribe to
     */
    public EventPublisher<ChatUpdate> followFromBeginning() {
        return follow(SubscribeRequest.newBuilder()
                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                .build());
    }

    /**
     * Opens a sender for many messages, with a window of {@link MessageSender#DEFAULT_WINDOW}.
     *
     * @return the sender; close it
     */
    public MessageSender openSender() {
        return openSender(MessageSender.DEFAULT_WINDOW);
    }

    /**
     * Opens a sender for many messages.
     *
     * @param window how many may be on their way at a time, 1 or more
     * @return the sender; close it
     */
    public MessageSender openSender(int window) {
        return new MessageSender(invoker, window);
    }
}
