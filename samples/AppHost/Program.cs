using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NorthwindHost;

if (args is not ([] or ["--once"]))
{
    Console.Error.WriteLine("AppHost [--once]");
    return 2;
}

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });
builder.Services.AddLogging(logging => logging
    .SetMinimumLevel(LogLevel.Error)

    // While the service loads its orders it is not healthy yet, which is no error.
    .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));

var dynamodb = builder.AddDynamoDBLocal("dynamodb");
var service = builder.AddProject<Projects.Service>("service")
    .WithArgs("--serve")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReference(dynamodb)
    .WaitFor(dynamodb);

await using var host = builder.Build();
try
{
    await host.StartAsync();
    await Visitor.VisitAsync(host, dynamodb.Resource, service);
}
catch (DistributedApplicationException failed)
{
    Console.Error.WriteLine(failed.Message);
    await foreach (var lines in host.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(dynamodb.Resource))
    {
        foreach (var line in lines.Where(static line => line.IsErrorMessage))
        {
            Console.Error.WriteLine(line.Content);
        }
    }

    return 1;
}

if (args is not ["--once"] && !Console.IsOutputRedirected)
{
    Console.WriteLine("Ctrl+C ends both.");
    await host.WaitForShutdownAsync();
}

await host.StopAsync();
return 0;
