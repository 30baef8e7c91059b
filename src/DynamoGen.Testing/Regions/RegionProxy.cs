using System.Net;
using System.Net.Sockets;

namespace DynamoGen.Testing;

/// <summary>
/// An endpoint of one region: gives each request to the server as it is, and tells the region of those that wrote. It stands where HTTP is, so that every
/// transport and every client goes by it.
/// </summary>
internal sealed class RegionProxy : IDisposable
{
    // What belongs to one connection, and what HttpClient and HttpListener write themselves.
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Content-Type", "Date", "Expect", "Host", "Keep-Alive", "Server", "Transfer-Encoding",
    };

    private readonly HttpListener _listener;
    private readonly HttpClient _http;
    private readonly Uri _server;
    private readonly RegionWrites _writes;
    private readonly RegionExpiries _expiries;
    private readonly Func<bool> _isCut;

    private RegionProxy(HttpListener listener, Uri endpoint, HttpClient http, Uri server, RegionWrites writes, RegionExpiries expiries, Func<bool> isCut)
    {
        (_listener, Endpoint, _http, _server, _writes, _expiries, _isCut) = (listener, endpoint, http, server, writes, expiries, isCut);
        _ = Task.Run(AcceptAsync);
    }

    public Uri Endpoint { get; }

    /// <param name="http">Sends to the server.</param>
    /// <param name="server">The server.</param>
    /// <param name="writes">Is told of what is written.</param>
    /// <param name="expiries">Answers for the time to live.</param>
    /// <param name="isCut">Whether requests get no answer, and do not reach the server.</param>
    public static RegionProxy Start(HttpClient http, Uri server, RegionWrites writes, RegionExpiries expiries, Func<bool> isCut)
    {
        for (var attempt = 1; ; attempt++)
        {
            var endpoint = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add(endpoint.ToString());
            try
            {
                listener.Start();
                return new RegionProxy(listener, endpoint, http, server, writes, expiries, isCut);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // Another process has taken the port in between.
                ((IDisposable)listener).Dispose();
            }
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!_listener.IsListening)
                {
                    return;
                }

                continue;
            }

            _ = Task.Run(() => ServeAsync(context));
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            if (_isCut())
            {
                context.Response.Abort();
                return;
            }

            var body = new MemoryStream((int)Math.Max(0, context.Request.ContentLength64));
            await context.Request.InputStream.CopyToAsync(body).ConfigureAwait(false);
            var target = context.Request.Headers["X-Amz-Target"] ?? string.Empty;
            await AnswerAsync(context, target[(target.LastIndexOf('.') + 1)..], body.ToArray()).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or HttpListenerException or ObjectDisposedException)
        {
            // The server or the client has ended: the client sees its connection end.
            context.Response.Abort();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, string operation, byte[] body)
    {
        if (StatementRefusal.Concerns(operation, body))
        {
            await AnswerAsync(context.Response, HttpStatusCode.BadRequest, StatementRefusal.Answer).ConfigureAwait(false);
            return;
        }

        if (_expiries.Describe(operation, body) is { } description)
        {
            await AnswerAsync(context.Response, HttpStatusCode.OK, description).ConfigureAwait(false);
            return;
        }

        using var answer = await _writes.SendAsync(operation, body, () => ForwardAsync(context.Request, body)).ConfigureAwait(false);
        var received = await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        var given = _expiries.Mark(operation, received);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(static header => !OwnHeaders.Contains(header.Key)))
        {
            // The checksum is one of what the server sent.
            if (given == received || !name.Equals("x-amz-crc32", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.Add(name, string.Join(", ", values));
            }
        }

        await WriteAsync(context.Response, given).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpListenerResponse response, HttpStatusCode status, byte[] body)
    {
        response.StatusCode = (int)status;
        response.ContentType = "application/x-amz-json-1.0";
        return WriteAsync(response, body);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpListenerRequest request, byte[] body)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.HttpMethod), new Uri(_server, request.RawUrl))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var name in request.Headers.AllKeys.OfType<string>().Where(static name => !OwnHeaders.Contains(name)))
        {
            forwarded.Headers.TryAddWithoutValidation(name, request.Headers[name]);
        }

        forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        return await _http.SendAsync(forwarded).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpListenerResponse response, byte[] body)
    {
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body).ConfigureAwait(false);
        response.Close();
    }
}
