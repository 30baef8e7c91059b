using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DynamoGen.Tests.Transport;

/// <summary>An HTTP server on the loopback address that answers its requests with the responses given, in turn, or as a function says.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<CannedRequest, CannedResponse?> _answer;
    private readonly ConcurrentQueue<CannedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;

    public CannedServer(params CannedResponse[] responses)
        : this(InTurn(responses))
    {
    }

    /// <param name="answer">Answers a request; null closes the connection. Connections ask it at the same time.</param>
    public CannedServer(Func<CannedRequest, CannedResponse?> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    private int _open;

    /// <summary>How many connections are open on this side.</summary>
    public int Open => Volatile.Read(ref _open);

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<CannedRequest> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private static Func<CannedRequest, CannedResponse?> InTurn(CannedResponse[] responses)
    {
        var queue = new ConcurrentQueue<CannedResponse>(responses);
        return _ => queue.TryDequeue(out var response) ? response : null;
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                _connections.Add(ServeAsync(client));
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            Interlocked.Increment(ref _open);
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    if (_answer(request) is not { } response)
                    {
                        return;
                    }

                    await stream.WriteAsync(response.Bytes, _stopping.Token);
                    await WaitAsync(stream, response.Until);
                    if (response.Resets)
                    {
                        client.LingerState = new LingerOption(enable: true, seconds: 0);
                    }

                    if (response.Closes)
                    {
                        return;
                    }
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // The client hung up or the test is over.
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    /// <summary>Waits for what a response waits for, or until the client hangs up.</summary>
    private async Task WaitAsync(NetworkStream stream, Task until)
    {
        if (!until.IsCompleted)
        {
            await await Task.WhenAny(until.WaitAsync(_stopping.Token), stream.ReadAsync(new byte[1], _stopping.Token).AsTask());
        }
    }

    private async Task<CannedRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, _stopping.Token);
        return new CannedRequest(lines[0], headers, body);
    }

    private static bool EndsHead(List<byte> head) => head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];
}
