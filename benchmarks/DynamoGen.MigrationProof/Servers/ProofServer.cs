using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DynamoGen.Local;

namespace DynamoGen.MigrationProof.Servers;

/// <summary>DynamoDB Local with its data in a folder and one port for all of its lives.</summary>
internal sealed class ProofServer : IAsyncDisposable
{
    // Below the ports that systems give to clients: a client that tries to reach a server which is down must not meet itself.
    private const int FirstPort = 20_000;
    private const int LastPort = 30_000;
    private const int MaxHeapMebibytes = 1_024;

    // A folder in memory outlives the server too, and what is proven is not how long a disk takes to sync.
    private const string MemoryFolder = "/dev/shm";

    private readonly DirectoryInfo _data = Directory.Exists(MemoryFolder)
        ? Directory.CreateDirectory(Path.Combine(MemoryFolder, $"dynamogen-proof-{Guid.NewGuid():N}"))
        : Directory.CreateTempSubdirectory("dynamogen-proof-");

    private readonly int _port = FreePort();
    private DynamoDbLocal? _server;

    private ProofServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteData();

    public string Endpoint => _server!.Endpoint.ToString();

    public static async Task<ProofServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new ProofServer();
        try
        {
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the server, with whatever it is at, and starts it on what it had.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        var id = _server!.ProcessId ?? throw new InvalidOperationException($"A server of {_server.Source} cannot be killed.");
        using (var process = Process.GetProcessById(id))
        {
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
        }

        await _server.DisposeAsync();
        await StartAgainAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        DeleteData();
    }

    /// <summary>Also where the process is told to end in the middle: a folder in memory would keep it.</summary>
    private void DeleteData()
    {
        _data.Refresh();
        if (_data.Exists)
        {
            _data.Delete(recursive: true);
        }
    }

    private async Task StartAgainAsync(CancellationToken cancellationToken) => _server = await DynamoDbLocal.StartAsync(
        new DynamoDbLocalOptions { Port = _port, DatabaseDirectory = _data.FullName, MaxHeapMebibytes = MaxHeapMebibytes }, cancellationToken);

    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(FirstPort, LastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one may be free.
            }
        }
    }
}
