using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>A host with the verbs mounted, with and without one.</summary>
public sealed class MountTests(VerbServer server)
{
    [Fact]
    public async Task With_a_verb_the_host_is_not_started_and_its_services_are_disposed()
    {
        var service = new Service();
        var host = await VerbHost.CreateAsync(server, builder => builder.Services.AddSingleton<IHostedService>(_ => service).AddSingleton<Resource>());
        var resource = host.Get<Resource>();

        Assert.Equal(0, await host.App.RunDynamoGenAsync(["dynamogen", "streams", "handlers"]));

        Assert.False(service.WasStarted);
        Assert.True(resource.IsDisposed);
    }

    [Fact]
    public async Task Without_a_verb_the_host_runs_as_usual()
    {
        var service = new Service();
        var host = await VerbHost.CreateAsync(server, builder => builder.Services.AddSingleton<IHostedService>(_ => service));
        var stopping = host.Get<IHostApplicationLifetime>();
        using var stop = stopping.ApplicationStarted.Register(stopping.StopApplication);

        Assert.Equal(0, await host.App.RunDynamoGenAsync(["streams"]));

        Assert.True(service.WasStarted);
    }

    private sealed class Service : IHostedService
    {
        public bool WasStarted { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            WasStarted = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Resource : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
