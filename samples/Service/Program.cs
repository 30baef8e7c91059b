using System.Globalization;
using DynamoGen.Local;
using Northwind.Data;
using NorthwindService;
using NorthwindService.WalkThrough;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ([] or ["--once"] or ["--serve"]))
{
    Console.Error.WriteLine("Service [--once | --serve]");
    return 2;
}

if (Console.IsOutputRedirected)
{
    // A file has no width to wrap to.
    AnsiConsole.Profile.Width = 180;
}

try
{
    var source = await NorthwindSource.LoadAsync();
    await using var server = await DynamoDbLocal.StartAsync();
    AnsiConsole.MarkupLineInterpolated($"DynamoDB Local at [blue]{server.Endpoint}[/] ({server.Source})");
    if (args is ["--once"] || (args is [] && Console.IsOutputRedirected))
    {
        await Tour.RunAsync(server.Endpoint, source);
        return 0;
    }

    await using var service = ServiceApplication.Create(server.Endpoint, source, spans: null);
    await service.StartAsync();
    var address = service.Urls.Single();
    Console.WriteLine($"The service is at {address}; Ctrl+C ends it. Try:");
    Console.WriteLine($"  curl {address}/health");
    Console.WriteLine($"  curl '{address}/customers/SAVEA/orders?limit=3'");
    Console.WriteLine($"  curl {address}/employees/4/orders/open-by-filter");
    Console.WriteLine($"  curl {address}/employees/4/orders/open");
    Console.WriteLine($"  curl {address}/hot-keys");
    await service.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // Ctrl+C while the tables are being filled.
    Console.Error.WriteLine("Stopped.");
    return 1;
}
catch (DynamoDbLocalException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}
