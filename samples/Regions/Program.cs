using System.Globalization;
using DynamoGen.Local;
using OrdersEverywhere.Tour;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ([] or ["--once"]))
{
    Console.Error.WriteLine("Regions [--once]");
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
    var waits = args is [] && !Console.IsOutputRedirected && !Console.IsInputRedirected;
    return await RunThrough.RunAsync(new Screen(waits), stop.Token) ? 0 : 1;
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
