using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace OrderStreams.Search;

/// <summary>A worker's connection to the cluster.</summary>
/// <param name="port">The cluster's port.</param>
public sealed class SearchClient(int port) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TcpClient _client = new() { NoDelay = true };
    private StreamReader? _reader;
    private StreamWriter? _writer;

    /// <summary>Sends a request, and waits until it is done.</summary>
    /// <exception cref="InvalidOperationException">The cluster refuses it.</exception>
    public async ValueTask SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_writer is null)
            {
                await _client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                _reader = new StreamReader(_client.GetStream());
                _writer = new StreamWriter(_client.GetStream()) { AutoFlush = true };
            }

            // Not cancelled half way: the next answer would be that of another request.
            await _writer.WriteLineAsync(JsonSerializer.Serialize(request, SampleJson.Default.SearchRequest));
            var answer = await _reader!.ReadLineAsync(CancellationToken.None);
            if (answer != SearchServer.Done)
            {
                throw new InvalidOperationException(answer ?? "The cluster is gone.");
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _turn.Dispose();
    }
}
