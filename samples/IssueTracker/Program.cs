using System.Globalization;
using DynamoGen.Hosting;
using DynamoGen.Local;
using IssueTracker;
using IssueTracker.Tour;
using Microsoft.Extensions.DependencyInjection;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    await using var server = await DynamoDbLocal.StartAsync();
    Console.WriteLine($"DynamoDB Local at {server.Endpoint}");
    await using var services = new ServiceCollection().AddIssueTracker(server.Endpoint).BuildServiceProvider();
    await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<IssueTrackerTable>();
    await services.GetRequiredService<SampleData>().FillAsync();
    foreach (var stop in services.GetRequiredService<AccessPatternTour>().Stops)
    {
        Console.WriteLine($"{stop.Number,2}  {stop.Title,-60} {await stop.Visit()}");
    }

    return 0;
}
catch (DynamoDbLocalException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}
