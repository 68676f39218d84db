// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Work that several threads do and whose results are handed over in the order in which it was
 * given. Who gives it also takes the results: no more is under way than keeps all threads busy.
 *
 * @param <T> a result
 */
final class OrderedWork<T> implements AutoCloseable {
  /** Takes a result. */
  interface Taker<T> {
    void take(T result) throws IOException;
  }

  private static final int UNDER_WAY_PER_THREAD = 3;

  private final int mostUnderWay;
  private final ExecutorService threads;
  private final Taker<T> taker;
  private final Queue<Future<T>> underWay = new ArrayDeque<>();

  OrderedWork(int threads, Taker<T> taker) {
    this.mostUnderWay = UNDER_WAY_PER_THREAD * threads;
    this.taker = taker;
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "score");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Has something done; hands over the oldest result where enough is under way. */
  void add(Callable<T> work) throws IOException {
    underWay.add(threads.submit(work));
    if (underWay.size() > mostUnderWay) {
      takeOldest();
    }
  }

  /** Waits for all that is under way. */
  void finish() throws IOException {
    while (!underWay.isEmpty()) {
      takeOldest();
    }
  }

  private void takeOldest() throws IOException {
    try {
      taker.take(underWay.remove().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.JOB_FAILED, "interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
