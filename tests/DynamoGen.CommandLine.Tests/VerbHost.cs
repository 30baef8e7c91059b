using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.CommandLine.Commands;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Processing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.CommandLine.Tests;

/// <summary>An application with tables of its own, and its command line with captured consoles.</summary>
internal sealed class VerbHost : IAsyncDisposable
{
    private VerbHost(IHost app) => App = app;

    public IHost App { get; }

    public static async Task<VerbHost> CreateAsync(VerbServer server, Action<DynamoGenBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        configure(builder.Services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = server.Endpoint;
                options.TableNamePrefix = $"{Guid.NewGuid():N}-";
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
            })
            .AddRepository<IAccounts>()
            .AddRepository<IAccountViews>());
        var host = new VerbHost(builder.Build());
        var provisioner = host.App.Services.GetRequiredService<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<ShopTable>();
        await provisioner.EnsureCreatedAsync(FailedRecordTable.Table);
        return host;
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Runs a verb.</summary>
    public Task<VerbResult> RunAsync(string verb, CancellationToken cancellationToken = default) => RunAsync(verb.Split(' '), cancellationToken);

    public async Task<VerbResult> RunAsync(string[] verb, CancellationToken cancellationToken = default)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandRunner.RunAsync(new CommandSession(App.Services, output, error), verb, cancellationToken);
        return new VerbResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Puts records aside, such as <c>a1</c>: the first change, of the item <c>a</c>.</summary>
    public async Task PutAsideAsync(string name, params string[] changes)
    {
        var handler = new ScriptedHandler();
        handler.Refused.UnionWith(changes.Select(change => change[..1]));
        var function = new StreamFunction(handler, name, new StreamProcessingOptions { MaxAttempts = 1, FailedRecords = Failures() });
        var records = changes.Select(change => $$$"""
            {"eventID":"{{{change}}}","eventName":"INSERT","eventSource":"aws:dynamodb","awsRegion":"eu-west-1",
            "dynamodb":{"Keys":{"pk":{"S":"{{{change[0]}}}"} },"SequenceNumber":"{{{change[1..]}}}","SizeBytes":10} }
            """);
        await function.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}""")));
    }

    public FailedRecordTable Failures() => new(Get<IAmazonDynamoDB>(), Get<DynamoGenOptions>());

    public ValueTask DisposeAsync()
    {
        App.Dispose();
        return default;
    }
}

/// <summary>What a verb came to.</summary>
internal sealed record VerbResult(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
