using System.Globalization;
using DynamoGen.Hosting;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Northwind.Data;
using OrderStreams;
using OrderStreams.Sales;
using OrderStreams.Search;
using OrderStreams.Tour;
using OrderStreams.Workers;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Orders = 240;
switch (args)
{
    case ["worker"] when SampleAddress.Find() is { } address:
        return await Worker.RunAsync(address);
    case ["dynamogen", ..] when SampleAddress.Find() is { } address:
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddOrders(address).AddOrderHandlers();
        return await builder.Build().RunDynamoGenAsync(args);
    case [] or ["--once"]:
        break;
    default:
        Console.Error.WriteLine("Streams [--once], or Streams dynamogen streams --help, with the environment that a run of the sample prints");
        return 2;
}

if (Console.IsOutputRedirected)
{
    // A file has no width to wrap to.
    AnsiConsole.Profile.Width = 180;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The second one ends it at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

try
{
    return await RunAsync(args is ["--once"] || Console.IsOutputRedirected, stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    AnsiConsole.MarkupLine("[yellow]Stopped.[/]");
    return 1;
}
catch (DynamoDbLocalException missing)
{
    AnsiConsole.MarkupLineInterpolated($"[red]{missing.Message}[/]");
    return 2;
}

static async Task<bool> RunAsync(bool once, CancellationToken cancellationToken)
{
    var source = await NorthwindSource.LoadAsync(cancellationToken: cancellationToken);
    await using var server = await DynamoDbLocal.StartAsync(cancellationToken: cancellationToken);
    await using var cluster = new SearchServer();
    var address = new SampleAddress(server.Endpoint, $"{Guid.NewGuid():N}"[..8] + "-", cluster.Port);
    Console.WriteLine($"DynamoDB Local at {server.Endpoint} ({server.Source}). The environment for verbs in another terminal:");
    Console.WriteLine($"  {SampleAddress.Variable}={address}");

    var services = new ServiceCollection();
    services.AddOrders(address);
    await using var provider = services.BuildServiceProvider();
    await provider.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<OrdersTable>(cancellationToken);
    using var run = new RunThrough(provider, server, cluster, address);
    return await run.RunAsync([.. source.Orders.Take(Orders).Select(OrderSource.ToOrder)], once, cancellationToken);
}
