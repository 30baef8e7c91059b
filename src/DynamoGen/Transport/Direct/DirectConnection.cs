using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DynamoGen.Transport.Direct;

/// <summary>Sends one signed request and reads its answer, within the time that the configuration gives an attempt.</summary>
internal sealed class DirectConnection(HttpMessageHandler handler, ClientConfig config) : IDisposable
{
    private const string UserAgent = "DynamoGen";

    /// <summary>What the SDK waits for an answer where the configuration sets no timeout.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private readonly HttpMessageInvoker _invoker = new(handler);
    private readonly ConcurrentBag<CancellationTokenSource> _idle = [];
    private readonly TimeSpan _timeout = config.Timeout ?? DefaultTimeout;
    private bool _disposed;

    /// <summary>One pool of connections, with what the configuration says of them.</summary>
    public static SocketsHttpHandler Handler(ClientConfig config)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,

            // Addresses of the service change; a connection is not kept beyond what a change of them may take.
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        };
        if (config.MaxConnectionsPerServer is { } connections)
        {
            handler.MaxConnectionsPerServer = connections;
        }

        if (config.ConnectTimeout is { } connect)
        {
            handler.ConnectTimeout = connect;
        }

        if (config.GetWebProxy() is { } proxy)
        {
            proxy.Credentials = config.ProxyCredentials ?? proxy.Credentials;
            handler.Proxy = proxy;
        }

        return handler;
    }

    /// <summary>Sends one request. What fails is the answer too, but for the caller's own cancellation.</summary>
    /// <param name="operation">What the request is.</param>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="signature">What it is signed with.</param>
    /// <param name="body">Its body.</param>
    /// <param name="responseLimit">The largest response that is accepted, in bytes.</param>
    /// <param name="namesRequest">Whether the answer says by what identifier AWS knows the request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<DirectAnswer> SendAsync(
        HttpOperation operation,
        DirectEndpoint endpoint,
        RequestSignature signature,
        ReadOnlyMemory<byte> body,
        int responseLimit,
        bool namesRequest,
        CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var bounded = _idle.TryTake(out var idle) ? idle : new CancellationTokenSource();
        bounded.CancelAfter(_timeout);
        try
        {
            using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), bounded);
            using var request = Request(operation, endpoint, signature, body);
            using var response = await _invoker.SendAsync(request, bounded.Token).ConfigureAwait(false);
            return await ReadAsync(operation, response, responseLimit, namesRequest, bounded.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (!cancellationToken.IsCancellationRequested)
        {
            return new DirectAnswer(new TimeoutException($"{operation.Service}'s response did not arrive whole within {_timeout.TotalSeconds} s.", cancelled));
        }
        catch (HttpRequestException failed)
        {
            return new DirectAnswer(failed.InnerException as IOException ?? (Exception)failed);
        }
        catch (Exception failed) when (failed is IOException or ResponseTooLargeException)
        {
            return new DirectAnswer(failed);
        }
        finally
        {
            GiveBack(bounded);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _invoker.Dispose();
        while (_idle.TryTake(out var source))
        {
            source.Dispose();
        }
    }

    private static HttpRequestMessage Request(HttpOperation operation, DirectEndpoint endpoint, RequestSignature signature, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = operation.ContentType;
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = content, Version = HttpVersion.Version11 };
        var headers = request.Headers;
        headers.Host = endpoint.Authority;
        if (operation.Target is { } target)
        {
            headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        headers.TryAddWithoutValidation("X-Amz-Date", signature.Date);
        if (signature.Token is { } token)
        {
            headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        }

        headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("x-amz-api-version", operation.ApiVersion);
        return request;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<DirectAnswer> ReadAsync(
        HttpOperation operation, HttpResponseMessage response, int limit, bool namesRequest, CancellationToken cancellationToken)
    {
        var length = ResponseBody.DeclaredLength(ResponseHeaders.Value(response, "Content-Length"), ResponseHeaders.Value(response, "Content-Encoding"));
        ResponseBody.RefuseLarger(length, limit);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = await ResponseBody.ReadAsync(stream, length, ResponseHeaders.Value(response, "x-amz-crc32"), limit, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return new DirectAnswer(body) { RequestId = namesRequest ? ResponseHeaders.Value(response, "x-amzn-RequestId") : null };
        }

        using (body)
        {
            return new DirectAnswer(Failure(operation, response, body.Body))
            {
                RetryAfter = Milliseconds(ResponseHeaders.Value(response, "x-amz-retry-after")),
                Date = response.Headers.Date,
            };
        }
    }

    private static AmazonServiceException Failure(HttpOperation operation, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if ((int)response.StatusCode < 400)
        {
            return operation.Unexpected(
                $"The endpoint answered with the status {(int)response.StatusCode}, which {operation.Service} never gives.",
                ResponseHeaders.Value(response, "x-amzn-RequestId"),
                response.StatusCode);
        }

        var error = new ErrorResponse(new DirectResponseData(response), body.ToArray());
        return operation.ReadError(error, new HttpErrorResponseException(error));
    }

    private static TimeSpan? Milliseconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>A source that nothing has cancelled bounds another attempt later.</summary>
    private void GiveBack(CancellationTokenSource source)
    {
        if (!_disposed && source.TryReset())
        {
            _idle.Add(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
