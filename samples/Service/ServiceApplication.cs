using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Telemetry.HotKeys;
using Northwind.Data;
using NorthwindService.Carts;
using NorthwindService.Loading;
using NorthwindService.Orders;
using NorthwindService.Problems;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NorthwindService;

/// <summary>The service as it is put together: what an application of your own would have in its <c>Program.cs</c>.</summary>
public static class ServiceApplication
{
    private const int MillisecondsBetweenMetrics = 60_000;

    /// <param name="endpoint">A DynamoDB Local, for which any credentials will do.</param>
    /// <param name="source">The orders that it has.</param>
    /// <param name="spans">Gets the spans instead of the console; null for the console.</param>
    public static WebApplication Create(Uri endpoint, NorthwindSource source, BaseExporter<Activity>? spans)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
        {
            // Nobody says where, as an application host of Aspire does.
            builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port: 0));
        }

        builder.Configuration.AddInMemoryCollection(
        [
            new("DynamoGen:ServiceUrl", endpoint.ToString()),
            new("DynamoGen:TableNamePrefix", $"{Guid.NewGuid():N}"[..8] + "-"),
        ]);
        AddData(builder, source);
        AddTelemetry(builder.Services, spans);

        builder.Services.AddProblemDetails().AddExceptionHandler<DataAccessProblems>();
        builder.Services.AddHealthChecks().AddDynamoGen(tags: ["ready"]);

        var application = builder.Build();
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.MapOrders();
        application.MapCarts();
        application.MapHealthChecks("/health");
        application.MapGet("/hot-keys", (HotKeySketches hotKeys) => hotKeys.Report(most: 3).ToString());
        return application;
    }

    private static void AddData(WebApplicationBuilder builder, NorthwindSource source)
    {
        // Before AddDynamoGen, so that the tables are there when they are checked.
        builder.Services.AddSingleton(source).AddHostedService<NorthwindTables>();
        builder.Services
            .AddDynamoGen(
                builder.Configuration.GetRequiredSection("DynamoGen"),
                options =>
                {
                    options.Credentials = _ => new BasicAWSCredentials("local", "local");

                    // Of a service with several instances, this is a secret that they share: a page's cursor may come back to another one.
                    options.CursorKey = RandomNumberGenerator.GetBytes(32);
                })
            .AddRepository<IOrders>()
            .AddRepository<IOrderLines>()
            .AddRepository<ICarts>()
            .AddHotKeys();
    }

    private static void AddTelemetry(IServiceCollection services, BaseExporter<Activity>? spans)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("northwind"))
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddDynamoGenInstrumentation())
            .WithMetrics(metrics => metrics.AddDynamoGenInstrumentation());
        if (spans is not null)
        {
            telemetry.WithTracing(tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(spans)));
            return;
        }

        telemetry
            .WithTracing(tracing => tracing.AddConsoleExporter())
            .WithMetrics(metrics => metrics.AddConsoleExporter((_, reader) =>
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = MillisecondsBetweenMetrics));
    }
}
