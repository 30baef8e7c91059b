using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace OrderStreams.Search;

/// <summary>
/// Stands for a search cluster and a mail service that outlive the workers: takes a request a line on the loopback address, and answers each with a line
/// when it is done.
/// </summary>
public sealed class SearchServer : IAsyncDisposable
{
    public const string Done = "done";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private volatile bool _knowsAtlantis;

    public SearchServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public SearchIndex Index { get; } = new();

    public Outbox Outbox { get; } = new();

    /// <summary>The switch: until it is set, the cluster refuses documents of a country that it has never heard of.</summary>
    public bool KnowsAtlantis
    {
        get => _knowsAtlantis;
        set => _knowsAtlantis = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The sample ends.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                using var reader = new StreamReader(client.GetStream());
                await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
                while (await reader.ReadLineAsync(_stopping.Token) is { } line)
                {
                    await writer.WriteLineAsync(Handle(JsonSerializer.Deserialize(line, SampleJson.Default.SearchRequest)!));
                }
            }
            catch (Exception exception) when (exception is IOException or JsonException or OperationCanceledException)
            {
                // The worker was killed, perhaps in the middle of a line; nothing of that line was done.
            }
        }
    }

    private string Handle(SearchRequest request)
    {
        if (request.Notification is { } notification)
        {
            Outbox.Add(request.OrderId, notification);
        }
        else if (request.Document?.Country == Document.UnknownCountry && !KnowsAtlantis)
        {
            return "refused: the mapping has no such country";
        }
        else
        {
            Index.Apply(request.OrderId, request.Version, request.Document);
        }

        return Done;
    }
}
