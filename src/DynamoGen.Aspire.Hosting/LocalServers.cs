using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using DynamoGen.Local;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Aspire.Hosting;

/// <summary>The servers of one application host. They end with its services, after the applications that use them have been stopped.</summary>
internal sealed class LocalServers : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<Task<DynamoDbLocal?>> _starts = new();

    /// <summary>Starts the server of a resource, and tells the host how it gets on.</summary>
    public Task StartAsync(DynamoDBLocalResource resource, InitializeResourceEvent host, CancellationToken cancellationToken)
    {
        var start = TryStartAsync(resource, host, cancellationToken);
        _starts.Enqueue(start);
        return start;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        foreach (var start in _starts)
        {
            if (await start.ConfigureAwait(false) is { } server)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
        }

        _ending.Dispose();
    }

    /// <summary>Starts a server; null where it does not start, which the resource's log and state say.</summary>
    private async Task<DynamoDbLocal?> TryStartAsync(DynamoDBLocalResource resource, InitializeResourceEvent host, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        DynamoDbLocal? server = null;
        try
        {
            // Who subscribed to this event may hold the start up.
            await host.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, host.Services), either.Token).ConfigureAwait(false);
            await host.Notifications.PublishUpdateAsync(resource, state => state with { State = KnownResourceStates.Starting }).ConfigureAwait(false);
            var options = resource.Options.Logged(new LoggedLines(host.Logger, resource.Options.Progress), new LoggedLines(host.Logger, resource.Options.Output));
            server = await DynamoDbLocal.StartAsync(options, either.Token).ConfigureAwait(false);
            resource.Endpoint.Set(server.Endpoint);
            await TellOfAsync(server, resource, host).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (either.IsCancellationRequested)
        {
            resource.Endpoint.Fail(canceled);
        }
        catch (Exception exception)
        {
            // Whatever it was, a resource that is said to be starting for ever would hide it.
            resource.Endpoint.Fail(exception);
            await TellOfAsync(exception, resource, host).ConfigureAwait(false);
        }

        return server;
    }

    private static async Task TellOfAsync(DynamoDbLocal server, DynamoDBLocalResource resource, InitializeResourceEvent host)
    {
        host.Logger.LogInformation("DynamoDB Local ({Source}) answers at {Endpoint}", server.Source, server.Endpoint);
        await host.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, host.Services), CancellationToken.None).ConfigureAwait(false);
        await host.Notifications.PublishUpdateAsync(resource, state => state with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = resource.Options.TimeProvider.GetUtcNow().UtcDateTime,
            Urls = [new UrlSnapshot("http", server.Endpoint.ToString(), IsInternal: false)],
            Properties = [.. state.Properties, new(CustomResourceKnownProperties.Source, server.Source.ToString())],
        }).ConfigureAwait(false);
    }

    private static Task TellOfAsync(Exception exception, DynamoDBLocalResource resource, InitializeResourceEvent host)
    {
        host.Logger.LogError(exception, "DynamoDB Local did not start: {Reason}", exception.Message);
        return host.Notifications.PublishUpdateAsync(
            resource, state => state with { State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) });
    }
}
