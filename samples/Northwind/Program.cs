using System.Globalization;
using DynamoGen.Hosting;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Northwind;
using Northwind.Data;
using Northwind.Loading;
using Northwind.Tour;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Console.IsOutputRedirected)
{
    // A file has no width to wrap to.
    AnsiConsole.Profile.Width = 180;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    return await RunAsync(stop.Token);
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

static async Task<int> RunAsync(CancellationToken cancellationToken)
{
    NorthwindSource source = null!;
    DynamoDbLocal server = null!;
    await AnsiConsole.Status().StartAsync("Preparing", async status =>
    {
        var progress = new SynchronousProgress(text => status.Status(Markup.Escape(text)));
        source = await NorthwindSource.LoadAsync(progress, cancellationToken);
        server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Progress = progress }, cancellationToken);
    });
    await using (server)
    {
        AnsiConsole.MarkupLineInterpolated($"DynamoDB Local at [blue]{server.Endpoint}[/] ({server.Source})");
        await using var services = new ServiceCollection().AddNorthwind(server.Endpoint).BuildServiceProvider();
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<NorthwindTable>(cancellationToken);
        await LoadAsync(services, source, cancellationToken);
        await VisitAsync(services.GetRequiredService<AccessPatternTour>());
    }

    return 0;
}

static Task LoadAsync(IServiceProvider services, NorthwindSource source, CancellationToken cancellationToken) =>
    AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var total = NorthwindLoader.CountItems(source);
            var task = progress.AddTask($"Writing {total} items", maxValue: total);
            await services.GetRequiredService<NorthwindLoader>().LoadAsync(source, () => task.Increment(1), cancellationToken);
        });

static async Task VisitAsync(AccessPatternTour tour)
{
    using var recorder = new CallRecorder();
    var table = new Table();
    table.AddColumn("Access pattern");
    table.AddColumns([.. new[] { "Method", "Operation", "Index" }.Select(heading => new TableColumn(heading).NoWrap())]);
    table.AddColumn("Answer");
    table.AddColumns([.. new[] { "Items", "Capacity", "Requests", "Time" }.Select(heading => new TableColumn(heading).NoWrap().RightAligned())]);

    foreach (var stop in tour.Stops)
    {
        var answer = await stop.Visit();
        foreach (var call in recorder.TakeCalls())
        {
            table.AddRow(
                Markup.Escape(stop.Title),
                call.Pattern,
                call.Operation,
                call.Index ?? "table",
                Markup.Escape(answer),
                $"{call.Items}",
                $"{call.CapacityUnits:0.0}",
                $"{call.Requests}",
                $"{call.Duration.TotalMilliseconds:0.0} ms");
        }
    }

    AnsiConsole.Write(table);
}
