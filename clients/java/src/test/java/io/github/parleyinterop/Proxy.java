package io.github.parleyinterop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stands between a client and a broker, and can cut what passes. */
final class Proxy implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private int connections;
    private volatile boolean silent;

    Proxy(String target) throws IOException {
        this.host = target.split(":")[0];
        this.port = Integer.parseInt(target.split(":")[1]);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(this::accept, Proxy::run);
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket from = server.accept();
                Socket to = new Socket(host, port);
                from.setTcpNoDelay(true);
                to.setTcpNoDelay(true);
                synchronized (this) {
                    connections++;
                    silent = false;
                    sockets.addAll(List.of(from, to));
                }
                run(() -> copy(from, to));
                run(() -> copy(to, from));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] bytes = new byte[16384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, n);
                }
            }
        } catch (IOException cut) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            throw new IllegalStateException(ignored);
        }
    }

    /** Breaks every connection there is. */
    synchronized void cut() {
        sockets.forEach(Proxy::close);
        sockets.clear();
    }

    /** Swallows everything, without closing, until the next connection. */
    void swallow() {
        silent = true;
    }

    synchronized int connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
