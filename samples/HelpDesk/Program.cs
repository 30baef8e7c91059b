using System.Globalization;
using DynamoGen.Hosting;
using DynamoGen.Local;
using HelpDesk;
using HelpDesk.Tour;
using Microsoft.Extensions.DependencyInjection;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ([] or ["--once"]))
{
    Console.Error.WriteLine("HelpDesk [--once]");
    return 2;
}

try
{
    await using var server = await DynamoDbLocal.StartAsync();
    Console.WriteLine($"DynamoDB Local at {server.Endpoint}");
    await using var services = new ServiceCollection().AddHelpDesk(server.Endpoint).BuildServiceProvider();
    await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<HelpDeskTable>();
    await services.GetRequiredService<SampleData>().FillAsync();
    using var consumption = new Consumption();
    var isWatched = args is [] && !Console.IsInputRedirected && !Console.IsOutputRedirected;
    foreach (var stop in services.GetRequiredService<AccessPatternTour>().Stops)
    {
        Console.WriteLine($"\n{stop.Number,2}  {stop.Title}\n    {await stop.Visit()} [{consumption.Take():0.#} units]");
        if (isWatched)
        {
            Console.Write("    Enter goes on. ");
            Console.ReadLine();
        }
    }

    return 0;
}
catch (DynamoDbLocalException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}
