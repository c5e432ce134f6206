import { DefaultHttpStack, DetailedError, Upload } from 'tus-js-client';
import { AppError } from '../../contract/failure.ts';
import { uploadChunk, uploadPaths } from '../../contract/snapshot.ts';
import { parsedRefusal, refusalOf, unreachable } from './ask.ts';
import { receiverOrigin, requestOptions, type ServerTarget } from './target.ts';

export interface SendRequest {
  target: ServerTarget;
  file: Buffer;
  fileHash: string;
  /** Where an earlier attempt stopped; null begins anew. */
  uploadUrl: string | null;
  onUploadUrl(url: string): void;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  chunkBytes?: number;
  /** Pauses before each repetition, milliseconds; counted anew whenever bytes got through. */
  retryDelays?: number[];
}

const standardDelays = [500, 1000, 2000, 4000, 8000, 15_000];

/**
 * Sends a file by tus and comes back when the receiver has all of it. Broken connections are resumed.
 *
 * @throws AppError `server-unreachable`, `server-refused`, `snapshot-refused`, `cancelled`; what was sent stays there
 *   and the next call with the same `uploadUrl` goes on
 */
export function sendFile(request: SendRequest): Promise<void> {
  const { target, file, signal } = request;
  const origin = receiverOrigin(target.url);
  let isForeign = false;
  return new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: origin + uploadPaths.uploads,
      uploadUrl: request.uploadUrl,
      metadata: { sha256: request.fileHash },
      chunkSize: request.chunkBytes ?? uploadChunk,
      retryDelays: request.retryDelays ?? standardDelays,
      // The place is kept in the archive; the library's own file store fails after a kill (ELOCKED).
      storeFingerprintForResuming: false,
      httpStack: new DefaultHttpStack(requestOptions(target)),
      onBeforeRequest: (outgoing) => {
        // A receiver must not send the token elsewhere by the address it gives an upload.
        const url = URL.parse(outgoing.getURL());
        isForeign = url?.origin !== origin || !url.pathname.startsWith(uploadPaths.uploads);
        if (isForeign) throw new Error('foreign address');
      },
      onUploadUrlAvailable: () => {
        if (upload.url !== null) request.onUploadUrl(upload.url);
      },
      onShouldRetry: (error) => !isForeign && isWorthRepeating(error),
      onProgress: (done, total) => request.onProgress?.(done, total),
      onSuccess: () => settle(resolve),
      onError: (error) => settle(() => reject(failureOf(error))),
    });
    const cancel = (): void => {
      void upload.abort(false);
      settle(() => reject(new AppError({ code: 'cancelled' })));
    };
    const settle = (finish: () => void): void => {
      signal?.removeEventListener('abort', cancel);
      finish();
    };
    if (signal?.aborted) return cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    upload.start();
  });
}

/** No answer, or one that says "not now". A refusal in the receiver's own words is final. */
function isWorthRepeating(error: Error): boolean {
  if (!(error instanceof DetailedError)) return false;
  const response = error.originalResponse;
  if (!response) return !isCertificateFault(error.causingError);
  if (parsedRefusal(response.getBody())) return false;
  const status = response.getStatus();
  return status === 409 || status === 423 || status === 429 || status >= 500;
}

function failureOf(error: Error): AppError {
  if (!(error instanceof DetailedError)) return unreachable(error);
  const response = error.originalResponse;
  return response ? refusalOf(response.getStatus(), response.getBody()) : unreachable(error.causingError);
}

function isCertificateFault(error: Error | null): boolean {
  const code = error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code);
}
