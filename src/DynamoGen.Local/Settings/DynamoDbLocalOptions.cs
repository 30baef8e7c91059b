namespace DynamoGen.Local;

/// <summary>How to find and start DynamoDB Local. Every setting has a default that needs no thought.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html"/>
public sealed class DynamoDbLocalOptions
{
    /// <summary>The variable that, when set, names the server to use. AWS SDKs read the same one.</summary>
    /// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"/>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_DYNAMODB";

    /// <summary>The variable that names a folder with an installed <c>DynamoDBLocal.jar</c>.</summary>
    public const string InstalledJarVariable = "DYNAMODB_LOCAL_HOME";

    /// <summary>
    /// The folder that holds <c>DynamoDBLocal.jar</c> and <c>DynamoDBLocal_lib</c>;
    /// by default the value of <see cref="InstalledJarVariable"/>.
    /// </summary>
    public string? InstalledJarDirectory { get; init; }

    /// <summary>The port to listen on, 1 to 65535; by default any free one.</summary>
    public int? Port { get; init; }

    /// <summary>
    /// The folder that the data is kept in, so that a server started on it again has what the one before had; made where it is missing. One server at a time
    /// may have it. By default the data is in memory and ends with the server.
    /// </summary>
    public string? DatabaseDirectory { get; init; }

    /// <summary>The most heap the Java server may use, in mebibytes (64 or more). Data in memory is held there. 256 by default.</summary>
    public int MaxHeapMebibytes { get; init; } = 256;

    /// <summary>
    /// Whether each Region and access key has a database of its own, as on AWS; by default one database serves all of them. An endpoint that
    /// <see cref="EndpointVariable"/> names stays as it was started.
    /// </summary>
    public bool SeparateDatabases { get; init; }

    /// <summary>
    /// How long the server may take to answer once it is started; downloads do not count. 5 minutes by default, since a busy machine takes its
    /// time, and a server that ends before it answers is noticed at once.
    /// </summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The image that Docker runs when nothing else is available.</summary>
    public string DockerImage { get; init; } = "amazon/dynamodb-local";

    /// <summary>Where the npm package is kept between runs; by default <see cref="NpmPackages.DefaultCacheDirectory"/>.</summary>
    public string? CacheDirectory { get; init; }

    /// <summary>Receives what is being done, as short sentences for people.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Receives each line that the server writes while it runs. Of a server in Docker it receives none: <c>docker logs</c> has them.</summary>
    public IProgress<string>? Output { get; init; }

    /// <summary>The environment variables and programs to use; by default this process's own.</summary>
    public ProcessEnvironment Environment { get; init; } = ProcessEnvironment.Current;

    /// <summary>The clock for <see cref="StartTimeout"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The full path of the folder of the data, which is there then; null where the data is in memory.</summary>
    internal string? CreateDatabaseDirectory() => DatabaseDirectory is null ? null : Directory.CreateDirectory(DatabaseDirectory).FullName;

    /// <summary>What the server's own main class is told of its databases.</summary>
    internal string[] SharingArguments => SeparateDatabases ? [] : ["-sharedDb"];

    internal void Validate()
    {
        if (Port is { } port)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(port, 1, nameof(Port));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535, nameof(Port));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHeapMebibytes, 64);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StartTimeout, TimeSpan.Zero);
        ArgumentException.ThrowIfNullOrWhiteSpace(DockerImage);
        if (DatabaseDirectory is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(DatabaseDirectory);
        }
    }
}
