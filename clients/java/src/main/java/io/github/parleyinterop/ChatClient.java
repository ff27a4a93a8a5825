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
import io.github.parleyinterop.chat.v1.ListMessagesResponse;
import io.github.parleyinterop.chat.v1.ListParticipantsRequest;
import io.github.parleyinterop.chat.v1.ListParticipantsResponse;
import io.github.parleyinterop.chat.v1.ListReadReceiptsRequest;
import io.github.parleyinterop.chat.v1.ListReadReceiptsResponse;
import io.github.parleyinterop.chat.v1.ListThreadsRequest;
import io.github.parleyinterop.chat.v1.ListThreadsResponse;
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

/**
 * Threads and messages, in order and durable: what {@code ChatService} serves. Safe for use by many threads.
 *
 * <p>Every method waits for its answer, at most until the deadline of the client.
 */
public final class ChatClient {
    private final Invoker invoker;

    ChatClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Starts a thread and adds its participants, the caller included.
     *
     * <p>Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's
     * policy) come back in {@code refused_participants}, and the thread exists all the same. A Teams user is refused
     * as a creator with {@code INTEROP_CHAT_INITIATION} unless its tenant lifts that.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code METADATA_TOO_LARGE}, {@code
     *     PARTICIPANT_REPEATED}, {@code TOO_MANY_PARTICIPANTS}, {@code INTEROP_CHAT_INITIATION}, {@code INTEROP_*} of
     *     the creator, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}
     */
    public CreateThreadResponse createThread(CreateThreadRequest request) {
        return invoker.call(ChatServiceGrpc.getCreateThreadMethod(), request);
    }

    /**
     * Starts a thread and adds its participants, the caller included.
     *
     * @param topic what it is about, at most 256 characters
     * @param others whom to add besides the caller
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public CreateThreadResponse createThread(String topic, Identifier... others) {
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
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, and {@code INTEROP_*} where policy has closed it to the caller
     */
    public GetThreadResponse getThread(GetThreadRequest request) {
        return invoker.call(ChatServiceGrpc.getGetThreadMethod(), request);
    }

    /**
     * Returns a thread that the caller takes part in, or took part in.
     *
     * @param threadId the thread
     * @return the thread
     * @throws ParleyException as the form with the whole request
     */
    public Thread getThread(String threadId) {
        return getThread(GetThreadRequest.newBuilder().setThreadId(threadId).build())
                .getThread();
    }

    /**
     * Lists the threads of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Thread> listThreads(ListThreadsRequest request) {
        return new Pages<>(token -> {
            ListThreadsResponse page = invoker.call(
                    ChatServiceGrpc.getListThreadsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getThreadsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the threads of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<Thread> listThreads() {
        return listThreads(ListThreadsRequest.newBuilder().build());
    }

    /**
     * Changes the topic, the metadata or the retention. A new topic leaves a system message.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code NOT_A_PARTICIPANT}, {@code UPDATE_MASK_INVALID}, {@code METADATA_TOO_LARGE}, {@code
     *     INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public UpdateThreadResponse updateThread(UpdateThreadRequest request) {
        return invoker.call(ChatServiceGrpc.getUpdateThreadMethod(), request);
    }

    /**
     * Ends a thread: its participants are removed, its history is hidden from them, and the resource keeps the audit
     * record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete it
     * ({@code CALLER_NOT_ALLOWED}). Deleting a deleted thread succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     NOT_A_PARTICIPANT}, {@code CALLER_NOT_ALLOWED}, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code
     *     RATE_LIMITED}
     */
    public DeleteThreadResponse deleteThread(DeleteThreadRequest request) {
        return invoker.call(ChatServiceGrpc.getDeleteThreadMethod(), request);
    }

    /**
     * Ends a thread: its participants are removed, its history is hidden from them, and the resource keeps the audit
     * record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete it
     * ({@code CALLER_NOT_ALLOWED}). Deleting a deleted thread succeeds.
     *
     * @param threadId the thread
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteThreadResponse deleteThread(String threadId) {
        return deleteThread(
                DeleteThreadRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons; one
     * that is in the thread already is refused with {@code PARTICIPANT_EXISTS}. A Teams user adds Teams users only,
     * unless its tenant lifts that ({@code INTEROP_ADD_PARTICIPANT}).
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code NOT_A_PARTICIPANT}, {@code PARTICIPANT_REPEATED}, {@code METADATA_TOO_LARGE},
     *     {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public AddParticipantsResponse addParticipants(AddParticipantsRequest request) {
        return invoker.call(ChatServiceGrpc.getAddParticipantsMethod(), request);
    }

    /**
     * Adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons; one
     * that is in the thread already is refused with {@code PARTICIPANT_EXISTS}. A Teams user adds Teams users only,
     * unless its tenant lifts that ({@code INTEROP_ADD_PARTICIPANT}).
     *
     * @param threadId the thread
     * @param who whom to add, 1 to 200
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public AddParticipantsResponse addParticipants(String threadId, Identifier... who) {
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
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code NOT_A_PARTICIPANT}, {@code PARTICIPANT_NOT_FOUND}, {@code INTEROP_*}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public RemoveParticipantResponse removeParticipant(RemoveParticipantRequest request) {
        return invoker.call(ChatServiceGrpc.getRemoveParticipantMethod(), request);
    }

    /**
     * Removes a participant, or lets the caller leave. Who was removed keeps reading what was there before.
     *
     * @param threadId the thread
     * @param who whom to remove; the caller itself leaves
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public RemoveParticipantResponse removeParticipant(String threadId, Identifier who) {
        return removeParticipant(RemoveParticipantRequest.newBuilder()
                .setThreadId(threadId)
                .setIdentifier(who.toProto())
                .build());
    }

    /**
     * Lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user without a
     * display name as {@code External}.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Participant> listParticipants(ListParticipantsRequest request) {
        return new Pages<>(token -> {
            ListParticipantsResponse page = invoker.call(
                    ChatServiceGrpc.getListParticipantsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getParticipantsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user without a
     * display name as {@code External}.
     *
     * @param threadId the thread
     * @return all items, fetched while they are iterated over
     */
    public Pages<Participant> listParticipants(String threadId) {
        return listParticipants(
                ListParticipantsRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Sends one message; when it answers, the message is durable and has its place in the thread. A message of a
     * communication user to a thread with Teams users is refused while policy closes the thread to all of those; one
     * of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code NOT_A_PARTICIPANT}, {@code MESSAGE_EMPTY}, {@code MESSAGE_TOO_LARGE}, {@code
     *     METADATA_TOO_LARGE}, {@code INTEROP_ATTACHMENT}, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code
     *     RATE_LIMITED}, {@code QUOTA_EXCEEDED}
     */
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return invoker.call(ChatServiceGrpc.getSendMessageMethod(), request);
    }

    /**
     * Sends one message; when it answers, the message is durable and has its place in the thread. A message of a
     * communication user to a thread with Teams users is refused while policy closes the thread to all of those; one
     * of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     *
     * @param threadId the thread
     * @param text the text, 1 byte to 28 KiB of UTF-8
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public SendMessageResponse sendMessage(String threadId, String text) {
        return sendMessage(SendMessageRequest.newBuilder()
                .setThreadId(threadId)
                .setContent(text)
                .build());
    }

    /**
     * Returns one message.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code MESSAGE_NOT_FOUND}, {@code INTEROP_*}
     */
    public GetMessageResponse getMessage(GetMessageRequest request) {
        return invoker.call(ChatServiceGrpc.getGetMessageMethod(), request);
    }

    /**
     * Returns one message.
     *
     * @param threadId the thread
     * @param messageId the message
     * @return the message
     * @throws ParleyException as the form with the whole request
     */
    public Message getMessage(String threadId, String messageId) {
        return getMessage(GetMessageRequest.newBuilder()
                        .setThreadId(threadId)
                        .setMessageId(messageId)
                        .build())
                .getMessage();
    }

    /**
     * Lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are stable:
     * messages that come in between are never repeated and never push others out.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Message> listMessages(ListMessagesRequest request) {
        return new Pages<>(token -> {
            ListMessagesResponse page = invoker.call(
                    ChatServiceGrpc.getListMessagesMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getMessagesList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are stable:
     * messages that come in between are never repeated and never push others out.
     *
     * @param threadId the thread
     * @return all items, fetched while they are iterated over
     */
    public Pages<Message> listMessages(String threadId) {
        return listMessages(
                ListMessagesRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Edits a message; only its sender may.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code MESSAGE_NOT_FOUND}, {@code MESSAGE_DELETED}, {@code NOT_THE_SENDER}, {@code
     *     SYSTEM_MESSAGE}, {@code NOT_A_PARTICIPANT}, {@code MESSAGE_EMPTY}, {@code MESSAGE_TOO_LARGE}, {@code
     *     METADATA_TOO_LARGE}, {@code INTEROP_EDIT}, {@code INTEROP_*}, {@code UPDATE_MASK_INVALID}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public UpdateMessageResponse updateMessage(UpdateMessageRequest request) {
        return invoker.call(ChatServiceGrpc.getUpdateMessageMethod(), request);
    }

    /**
     * Edits a message; only its sender may.
     *
     * @param threadId the thread
     * @param messageId the message
     * @param content the new content, 1 byte to 28 KiB of UTF-8
     * @return the message after the change
     * @throws ParleyException as the form with the whole request
     */
    public Message updateMessage(String threadId, String messageId, String content) {
        return updateMessage(UpdateMessageRequest.newBuilder()
                        .setThreadId(threadId)
                        .setMessageId(messageId)
                        .setContent(content)
                        .setUpdateMask(FieldMask.newBuilder().addPaths("content"))
                        .build())
                .getMessage();
    }

    /**
     * Takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access key
     * that acts as nobody. Deleting a deleted message succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code MESSAGE_NOT_FOUND}, {@code NOT_THE_SENDER}, {@code SYSTEM_MESSAGE}, {@code
     *     NOT_A_PARTICIPANT}, {@code INTEROP_*}, {@code RATE_LIMITED}
     */
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        return invoker.call(ChatServiceGrpc.getDeleteMessageMethod(), request);
    }

    /**
     * Takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access key
     * that acts as nobody. Deleting a deleted message succeeds.
     *
     * @param threadId the thread
     * @param messageId the message
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteMessageResponse deleteMessage(String threadId, String messageId) {
        return deleteMessage(DeleteMessageRequest.newBuilder()
                .setThreadId(threadId)
                .setMessageId(messageId)
                .build());
    }

    /**
     * Tells those who follow the thread right now that the caller types. It is never stored, and passed on at most
     * once a second for each user and thread; what comes sooner is dropped without an error.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code NOT_A_PARTICIPANT}, {@code INTEROP_*}
     */
    public SendTypingNotificationResponse sendTypingNotification(SendTypingNotificationRequest request) {
        return invoker.call(ChatServiceGrpc.getSendTypingNotificationMethod(), request);
    }

    /**
     * Tells those who follow the thread right now that the caller types. It is never stored, and passed on at most
     * once a second for each user and thread; what comes sooner is dropped without an error.
     *
     * @param threadId the thread
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public SendTypingNotificationResponse sendTypingNotification(String threadId) {
        return sendTypingNotification(
                SendTypingNotificationRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Says that the caller has read up to a message. Going back has no effect.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code THREAD_NOT_FOUND}, {@code
     *     THREAD_DELETED}, {@code MESSAGE_NOT_FOUND}, {@code NOT_A_PARTICIPANT}, {@code INTEROP_*}, {@code
     *     RATE_LIMITED}
     */
    public SendReadReceiptResponse sendReadReceipt(SendReadReceiptRequest request) {
        return invoker.call(ChatServiceGrpc.getSendReadReceiptMethod(), request);
    }

    /**
     * Says that the caller has read up to a message. Going back has no effect.
     *
     * @param threadId the thread
     * @param messageId the latest message that was read
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public SendReadReceiptResponse sendReadReceipt(String threadId, String messageId) {
        return sendReadReceipt(SendReadReceiptRequest.newBuilder()
                .setThreadId(threadId)
                .setMessageId(messageId)
                .build());
    }

    /**
     * Lists how far each participant has read, in the order of their raw ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<ReadReceipt> listReadReceipts(ListReadReceiptsRequest request) {
        return new Pages<>(token -> {
            ListReadReceiptsResponse page = invoker.call(
                    ChatServiceGrpc.getListReadReceiptsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getReceiptsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists how far each participant has read, in the order of their raw ids.
     *
     * @param threadId the thread
     * @return all items, fetched while they are iterated over
     */
    public Pages<ReadReceipt> listReadReceipts(String threadId) {
        return listReadReceipts(
                ListReadReceiptsRequest.newBuilder().setThreadId(threadId).build());
    }

    /**
     * Follows what happens in the threads of the caller, or of the whole resource for an access key that acts as
     * nobody. The stream is opened at once, and it resumes by itself.
     *
     * @param request where to start, what to see, and how often to hear of the broker
     * @return the stream; close it
     */
    public EventStream<ChatUpdate> follow(SubscribeRequest request) {
        return EventStream.open(invoker, StreamKind.CHAT, request);
    }

    /**
     * Follows from now on.
     *
     * @return the stream; close it
     */
    public EventStream<ChatUpdate> follow() {
        return follow(SubscribeRequest.getDefaultInstance());
    }

    /**
     * Follows from where an earlier stream stood.
     *
     * @param cursor of a stream of the same caller with the same filter
     * @return the stream; close it
     */
    public EventStream<ChatUpdate> followFrom(Cursor cursor) {
        return follow(SubscribeRequest.newBuilder().setCursor(cursor.bytes()).build());
    }

    /**
     * Follows from the oldest event that is kept and that the caller may see.
     *
     * @return the stream; close it
     */
    public EventStream<ChatUpdate> followFromBeginning() {
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
