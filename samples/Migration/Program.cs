using System.Globalization;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MovingOrders;
using MovingOrders.Load;
using MovingOrders.Sales;
using MovingOrders.Tour;
using Northwind.Data;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (isOnce, isApart) = (args.Contains("--once"), args.Contains("--apart"));
switch (args)
{
    case ["dynamogen", ..] when SampleAddress.Find() is { } address:
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddOrders(address);
        return await builder.Build().RunDynamoGenAsync(args);
    case var given when given.All(static argument => argument is "--once" or "--apart"):
        break;
    default:
        Console.Error.WriteLine("Migration [--once] [--apart], or Migration dynamogen migrate --help, with the environment that a run of the sample prints");
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
    return await RunAsync(isOnce || Console.IsOutputRedirected, isApart, stop.Token) ? 0 : 1;
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

static async Task<bool> RunAsync(bool once, bool isApart, CancellationToken cancellationToken)
{
    var source = await NorthwindSource.LoadAsync(cancellationToken: cancellationToken);
    await using var server = await DynamoDbLocal.StartAsync(cancellationToken: cancellationToken);
    await using var elsewhere = isApart ? await DynamoDbLocal.StartAsync(cancellationToken: cancellationToken) : null;
    var address = new SampleAddress(server.Endpoint, $"{Guid.NewGuid():N}"[..8] + "-", elsewhere?.Endpoint);
    Console.WriteLine($"DynamoDB Local at {server.Endpoint} ({server.Source}). The environment for verbs in another terminal:");
    Console.WriteLine($"  {SampleAddress.Variable}={address}");

    using var shadowReads = new ShadowReads();
    await FirstOrders.WriteAsync(source.Orders, address, cancellationToken);
    var book = new OrderBook(source.Orders.Select(FirstOrders.ToOrder).Select(OrderMigration.Forward));
    await using var old = await Build.StartAsync("old", address, services => new OldShop(services.GetRequiredService<ILegacyOrders>()));
    await using var young = await Build.StartAsync("new", address, services => new NewShop(services.GetRequiredService<IOrders>()));
    var services = new ServiceCollection();
    services.AddOrders(address);
    await using var provider = services.BuildServiceProvider();
    return await new RunThrough(provider, book, [old, young], shadowReads).RunAsync(once, cancellationToken);
}
