using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace DynamoGen.Streams.Tests.Lambda;

/// <summary>
/// The API of AWS Lambda for runtimes, on the loopback address: hands out the given events one by one, then keeps the program waiting as the service does.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<RuntimeAnswer> _answers = Channel.CreateUnbounded<RuntimeAnswer>();
    private readonly Queue<string> _events;
    private readonly Task _serving;
    private int _handedOut;

    public RuntimeApi(params IEnumerable<string> events)
    {
        _events = new(events);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>What the program sent, in order.</summary>
    public ChannelReader<RuntimeAnswer> Answers => _answers.Reader;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await using var stream = client.GetStream();
                while (await ReadAsync(stream) is var (request, body) && request.Length > 0)
                {
                    await AnswerAsync(stream, request, body);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            _answers.Writer.TryComplete();
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string request, string body)
    {
        if (request.StartsWith($"GET {Root}invocation/next ", StringComparison.Ordinal))
        {
            if (!_events.TryDequeue(out var content))
            {
                await Task.Delay(Timeout.Infinite, _stopping.Token);
            }

            var deadline = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds();
            var headers = $"Lambda-Runtime-Aws-Request-Id: request-{++_handedOut}\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\n";
            await WriteAsync(stream, $"HTTP/1.1 200 OK\r\n{headers}", content!);
            return;
        }

        // An answer, an error, or init/error where the program cannot begin.
        var path = request.Split(' ')[1];
        await _answers.Writer.WriteAsync(new RuntimeAnswer(path[Root.Length..], body));
        await WriteAsync(stream, "HTTP/1.1 202 Accepted\r\n", """{"status":"OK"}""");
    }

    private ValueTask WriteAsync(NetworkStream stream, string head, string body)
    {
        var content = Encoding.UTF8.GetBytes(body);
        return stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{head}Content-Length: {content.Length}\r\n\r\n"), .. content], _stopping.Token);
    }

    /// <summary>Reads a request; an empty one where the connection is closed.</summary>
    private async Task<(string Request, string Body)> ReadAsync(NetworkStream stream)
    {
        var head = await LineAsync(stream);
        var length = 0;
        for (var line = head; line.Length > 0; line = await LineAsync(stream))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _stopping.Token);
        return (head, Encoding.UTF8.GetString(body));
    }

    private async Task<string> LineAsync(NetworkStream stream)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (await stream.ReadAsync(next, _stopping.Token) == 1 && next[0] != '\n')
        {
            line.Append((char)next[0]);
        }

        return line.ToString().TrimEnd('\r');
    }
}

/// <summary>What a program of AWS Lambda answered.</summary>
/// <param name="Path">The request and whether it is a response or an error, such as <c>invocation/request-1/response</c>.</param>
/// <param name="Body">The JSON.</param>
internal sealed record RuntimeAnswer(string Path, string Body);
