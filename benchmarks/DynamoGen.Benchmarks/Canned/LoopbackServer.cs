using System.Buffers.Text;
using System.IO.Hashing;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DynamoGen.Benchmarks.Canned;

/// <summary>A server on the loopback address that answers every request with the same bytes, and does little else.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly byte[] _answer;
    private readonly Task _accepting;
    private int _connections;

    public LoopbackServer(byte[] body)
    {
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n"
            + $"x-amz-crc32: {Crc32.HashToUInt32(body)}\r\nx-amzn-RequestId: REQUEST\r\n\r\n";
        _answer = [.. Encoding.ASCII.GetBytes(head), .. body];
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How many connections were made.</summary>
    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_ending.Token);
                _connections++;
                client.NoDelay = true;
                serving.Add(ServeAsync(client));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var owned = client;
        var buffer = new byte[64 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                var read = await client.ReceiveAsync(buffer.AsMemory(filled), _ending.Token);
                if (read == 0)
                {
                    return;
                }

                filled += read;
                while (RequestLength(buffer.AsSpan(0, filled)) is { } length && length <= filled)
                {
                    buffer.AsSpan(length, filled - length).CopyTo(buffer);
                    filled -= length;
                    await client.SendAsync(_answer, _ending.Token);
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The caller has gone, or the run is over.
        }
    }

    /// <summary>The bytes of the request at the beginning, or null while its head is not whole.</summary>
    private static int? RequestLength(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var declared = received[..head].IndexOf("Content-Length: "u8);
        return declared >= 0 && Utf8Parser.TryParse(received[(declared + 16)..], out int body, out _) ? head + 4 + body : head + 4;
    }
}
