using System.Runtime.InteropServices;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Aspire.Hosting.Tests;

/// <summary>An application host that runs, with a folder of its own for its programs, until it is disposed.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(5));
    private readonly DistributedApplication _application;
    private readonly DirectoryInfo _folder;

    private RunningHost(DistributedApplication application, DirectoryInfo folder)
    {
        _application = application;
        _folder = folder;
    }

    /// <summary>The services of the host.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Starts a host.</summary>
    /// <param name="build">Adds its resources; the second argument is the folder of its programs.</param>
    public static async Task<RunningHost> StartAsync(Action<IDistributedApplicationBuilder, string> build)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The program that runs resources is that of Linux on x64.");
        var folder = Directory.CreateTempSubdirectory("dynamogen-aspire-");
        var builder = DistributedApplicationTestingBuilder.Create();
        build(builder, folder.FullName);
        var host = new RunningHost(await builder.BuildAsync(), folder);
        try
        {
            await host._application.StartAsync(host._deadline.Token);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a resource is in a state, and returns what the host knows of it then.</summary>
    public async Task<CustomResourceSnapshot> IsAsync(string resource, string state) =>
        (await _application.ResourceNotifications.WaitForResourceAsync(resource, notice => notice.Snapshot.State?.Text == state, _deadline.Token)).Snapshot;

    /// <summary>Waits until a resource is in a state and its health checks pass.</summary>
    public async Task<CustomResourceSnapshot> IsHealthyAsync(string resource) =>
        (await _application.ResourceNotifications.WaitForResourceHealthyAsync(resource, _deadline.Token)).Snapshot;

    /// <summary>Waits for a line in the log of a resource.</summary>
    public async Task<string> LoggedAsync(string resource, string text)
    {
        await foreach (var lines in Services.GetRequiredService<ResourceLoggerService>().WatchAsync(resource).WithCancellation(_deadline.Token))
        {
            if (lines.FirstOrDefault(line => line.Content.Contains(text, StringComparison.Ordinal)) is { Content: { } found })
            {
                return found;
            }
        }

        throw new InvalidOperationException($"The log of {resource} ended without '{text}'.");
    }

    /// <summary>What a program wrote into a file of its folder.</summary>
    public Task<string[]> ReadAsync(string file) => File.ReadAllLinesAsync(Path.Combine(_folder.FullName, file));

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _deadline.Dispose();
        _folder.Delete(recursive: true);
    }
}
