using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.Hosting;

/// <summary>The declared tables are compared with the real ones, at the start and as a health check, and everything that differs is said at once.</summary>
public sealed class TableCheckTests(LocalServer server)
{
    private readonly string _prefix = LocalServer.NewPrefix();
    private readonly Lines _logger = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ServiceProvider Services(TableCheck check, string? endpoint = null, string? name = null)
    {
        void Configure(DynamoGenOptions options)
        {
            options.ServiceUrl = endpoint ?? server.Endpoint;
            options.TableNamePrefix = _prefix;
            options.Credentials = _ => new BasicAWSCredentials("local", "local");
            options.CheckTables = check;
            options.MaxErrorRetry = 0;
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_logger));
        (name is null ? services.AddDynamoGen(Configure) : services.AddDynamoGen(name, Configure)).AddRepository<INotes>().AddRepository<IArchivedNotes>();
        services.AddHybridCache();
        services.AddHealthChecks().AddDynamoGen(tags: ["ready"]);
        return services.BuildServiceProvider();
    }

    /// <summary>A table of the declared name with other keys, another index, a Time to Live, a stream and provisioned capacity.</summary>
    private async Task MakeOtherTableAsync(ServiceProvider services)
    {
        var client = services.GetRequiredService<IAmazonDynamoDB>();
        await client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = _prefix + "notes",
                KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
                AttributeDefinitions = [new("pk", ScalarAttributeType.N), new("sk", ScalarAttributeType.S)],
                GlobalSecondaryIndexes =
                [
                    new()
                    {
                        IndexName = "other",
                        KeySchema = [new("sk", KeyType.HASH)],
                        Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
                        ProvisionedThroughput = new(1, 1),
                    },
                ],
                ProvisionedThroughput = new(1, 1),
            },
            Cancellation);
        await client.UpdateTimeToLiveAsync(
            new UpdateTimeToLiveRequest { TableName = _prefix + "notes", TimeToLiveSpecification = new() { AttributeName = "ttl", Enabled = true } },
            Cancellation);
    }

    private static readonly string[] Expected =
    [
        "its partition key 'pk' is of type N, not S",
        "its sort key is 'sk', not absent",
        "it lacks the declared index 'by-author'",
        "it has an index 'other' that is not declared",
        "its Time to Live is 'ttl', not absent",
        "its capacity is provisioned, not on demand",
    ];

    [Fact]
    public async Task Everything_that_differs_is_one_error_at_the_start()
    {
        await using var services = Services(TableCheck.Fail);
        await MakeOtherTableAsync(services);

        var found = await Assert.ThrowsAsync<TableCheckException>(() => HostedStart.RunAsync(services));

        Assert.Equal(Expected.Select(difference => $"'{_prefix}notes': {difference}"), found.Differences);
        Assert.All(Expected, difference => Assert.Contains(difference, found.Message));
    }

    [Fact]
    public async Task Everything_that_differs_is_one_warning_where_that_is_asked_for()
    {
        await using var services = Services(TableCheck.Warn);
        await MakeOtherTableAsync(services);

        await HostedStart.RunAsync(services);

        var line = Assert.Single(_logger.Warnings);
        Assert.All(Expected, difference => Assert.Contains(difference, line));
    }

    [Fact]
    public async Task Nothing_is_looked_at_where_nothing_is_asked_for()
    {
        await using var services = Services(TableCheck.None, endpoint: "http://127.0.0.1:1");

        await HostedStart.RunAsync(services);

        Assert.Empty(_logger.Warnings);
    }

    [Fact]
    public async Task An_unknown_table_is_an_error_at_the_start()
    {
        await using var services = Services(TableCheck.Fail, name: "archive");

        var found = await Assert.ThrowsAsync<TableCheckException>(() => HostedStart.RunAsync(services));

        Assert.Equal($"The tables of the client 'archive' are not as declared: '{_prefix}notes': it does not exist.", found.Message);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_an_error_at_the_start()
    {
        await using var services = Services(TableCheck.Fail, endpoint: "http://127.0.0.1:1");

        var found = await Assert.ThrowsAsync<TableCheckException>(() => HostedStart.RunAsync(services));

        Assert.StartsWith($"'{_prefix}notes': it cannot be described (", Assert.Single(found.Differences));
        Assert.NotNull(found.InnerException);
    }

    [Fact]
    public async Task Tables_as_declared_are_healthy()
    {
        await using var services = Services(TableCheck.Fail);
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<Notes>(Cancellation);

        await HostedStart.RunAsync(services);
        var entry = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Entries["dynamogen"];

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("as declared", entry.Data[_prefix + "notes"]);
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task A_table_that_is_absent_or_differs_is_unhealthy()
    {
        await using var services = Services(TableCheck.None);
        var health = services.GetRequiredService<HealthCheckService>();

        var absent = (await health.CheckHealthAsync(Cancellation)).Entries["dynamogen"];
        await MakeOtherTableAsync(services);
        var different = (await health.CheckHealthAsync(Cancellation)).Entries["dynamogen"];

        Assert.Equal((HealthStatus.Unhealthy, "it does not exist"), (absent.Status, absent.Data[_prefix + "notes"]));
        Assert.Equal(HealthStatus.Unhealthy, different.Status);
        Assert.All(Expected, difference => Assert.Contains(difference, different.Description));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_unhealthy_with_its_reason()
    {
        await using var services = Services(TableCheck.None, endpoint: "http://127.0.0.1:1", name: "archive");

        var entry = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Entries["dynamogen"];

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.NotNull(entry.Exception);
        Assert.Contains($"archive: {_prefix}notes", entry.Data.Keys);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
